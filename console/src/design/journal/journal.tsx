import { useState } from 'preact/hooks';
import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { language } from '../../app/preferences/preferences.ts';
import { texts } from '../../texts/index.ts';
import { exact } from '../figure/moment.ts';
import { Button } from '../form/button.tsx';
import { type Entry, entryOf } from './entry.ts';

/** So many are drawn at first, and again each time more are asked for. */
const STEP = 100;

const time = (at: string): string =>
  new Intl.DateTimeFormat(language.value, { timeStyle: 'medium' }).format(Date.parse(at));

const Line = ({ entry, task }: { entry: Entry; task: string | undefined }) => (
  <li class={`journal-entry tone-${entry.tone}`}>
    <time dateTime={entry.at} title={exact(Date.parse(entry.at), language.value)}>
      {time(entry.at)}
    </time>
    <div>
      {task && (
        <strong class="journal-task" dir="auto">
          {task}
        </strong>
      )}
      <span dir="auto">{entry.text}</span>
      {entry.detail && (
        <details>
          <summary>{texts().runs.detail}</summary>
          <pre dir="auto">{entry.detail}</pre>
        </details>
      )}
    </div>
  </li>
);

export type JournalProps = {
  events: readonly SessionEvent[];
  label: string;
  /** What tasks are called, where several are told of. */
  tasks?: ReadonlyMap<string, string>;
};

/** What happened, one line an event, the oldest first. */
export const Journal = ({ events, label, tasks }: JournalProps) => {
  const [most, setMost] = useState(STEP);
  const all = texts();
  const entries = events.flatMap((event) => entryOf(event, all) ?? []);
  if (entries.length === 0) return <p class="hint">{all.runs.nothingYet}</p>;
  return (
    <>
      <ol class="journal" aria-label={label}>
        {entries.slice(0, most).map((entry) => (
          <Line key={entry.id} entry={entry} task={tasks?.get(entry.task ?? '')} />
        ))}
      </ol>
      {entries.length > most && (
        <div class="more">
          <Button onClick={() => setMost(most + STEP)}>{all.common.more}</Button>
        </div>
      )}
    </>
  );
};
