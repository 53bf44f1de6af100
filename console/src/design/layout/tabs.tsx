import { mayLeave, refine } from '../../app/place/route.ts';

export type Tab = { name: string; label: string };

/** Views of one thing; which one is shown stands in the address, so that it can be linked to. */
export const Tabs = ({
  label,
  tabs,
  current,
  query = 'view',
  keeps = false,
}: {
  label: string;
  tabs: readonly Tab[];
  current: string;
  query?: string;
  /** What was changed in a view is still there when one comes back to it. */
  keeps?: boolean;
}) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ name, label: text }) => (
      <button
        key={name}
        type="button"
        aria-current={name === current ? 'page' : undefined}
        // A form in the view that is left goes with it, where it is not kept.
        onClick={() => (keeps || mayLeave()) && refine({ [query]: name })}
      >
        {text}
      </button>
    ))}
  </nav>
);
