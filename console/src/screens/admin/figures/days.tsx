import type { ComponentChildren } from 'preact';
import { refine } from '../../../app/place/route.ts';
import { TextField } from '../../../design/form/field.tsx';
import { texts } from '../../../texts/index.ts';

type Query = Readonly<Record<string, string>>;

/** The days that an address names, as the API takes them; without any it takes the last thirty. */
export const daysIn = ({ since, until }: Query): { since?: string; until?: string } => ({
  ...(isDay(since) && { since }),
  ...(isDay(until) && { until }),
});

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** From which day to which; they stand in the address. `children`: what else there is to choose. */
export const Days = ({ query, children }: { query: Query; children?: ComponentChildren }) => {
  const { admin } = texts();
  return (
    <div class="row">
      <TextField
        label={admin.since}
        type="date"
        value={query.since ?? ''}
        onInput={(since) => refine({ since: since || undefined })}
      />
      <TextField
        label={admin.until}
        type="date"
        value={query.until ?? ''}
        onInput={(until) => refine({ until: until || undefined })}
      />
      {children}
    </div>
  );
};
