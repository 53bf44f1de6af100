import { href } from '../../app/place/route.ts';

/** The screen that shows more of a run than this one, by its mode. */
export const placeOf = ({
  id,
  mode,
}: {
  id: string;
  mode: string;
}): { key: 'toPlan' | 'toBuild'; href: string } | undefined => {
  if (mode === 'orchestrated') return { key: 'toPlan', href: href({ screen: 'plans', item: id }) };
  return mode === 'build' ? { key: 'toBuild', href: href({ screen: 'builds', item: id }) } : undefined;
};

const ENDED: readonly string[] = ['completed', 'partial', 'failed', 'cancelled'];
export const hasEnded = ({ state }: { state: string }): boolean => ENDED.includes(state);
