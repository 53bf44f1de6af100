import { href } from '../../app/place/route.ts';

/** Leads to a person from whatever is theirs. */
export const UserLink = ({ id, text = id }: { id: string; text?: string }) => (
  <a href={href({ screen: 'admin', item: 'users', query: { user: id } })} dir="auto">
    {text}
  </a>
);
