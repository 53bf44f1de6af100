import { Table } from '../../../design/show/table.tsx';
import { texts } from '../../../texts/index.ts';
import type { AgentConfig } from '../form/draft.ts';
import { changesBetween } from './difference.ts';
import { lineDifference } from './lines.ts';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** The lines of a text that changed, with a sign as well as a colour. */
const Lines = ({ before, after, label }: { before: string; after: string; label: string }) => {
  const { common } = texts();
  const said = { same: '', added: `${common.added}: `, removed: `${common.removed}: ` };
  const lines = lineDifference(before, after);
  return (
    <section class="difference" aria-label={label}>
      {lines.map(({ kind, text }, index) => (
        <div key={`${index}-${kind}`} class={kind}>
          <span aria-hidden="true">{SIGNS[kind]} </span>
          {said[kind] && <span class="visually-hidden">{said[kind]}</span>}
          <span dir="auto">{text}</span>
        </div>
      ))}
    </section>
  );
};

/** What one version has otherwise than another. */
export const Difference = ({ before, after }: { before: AgentConfig; after: AgentConfig }) => {
  const { agents } = texts();
  const changes = changesBetween(before, after);
  const hasPrompt = before.system_prompt !== after.system_prompt;
  if (changes.length === 0 && !hasPrompt) return <p>{agents.nothingChanged}</p>;
  return (
    <>
      {hasPrompt && (
        <>
          <h3>{agents.prompt}</h3>
          <Lines before={before.system_prompt} after={after.system_prompt} label={agents.prompt} />
        </>
      )}
      {changes.length > 0 && (
        <Table
          label={agents.changesSettings}
          rows={changes}
          keyOf={(one) => JSON.stringify(one)}
          columns={[
            {
              title: agents.setting,
              cell: ({ setting, of }) => (
                <span dir="auto">
                  {agents.changeable[setting]} {of}
                </span>
              ),
            },
            { title: agents.before, cell: ({ before: value }) => <Value value={value} /> },
            { title: agents.after, cell: ({ after: value }) => <Value value={value} /> },
          ]}
        />
      )}
    </>
  );
};

const Value = ({ value }: { value: string | undefined }) =>
  value === undefined ? (
    <span class="hint">{texts().agents.notThere}</span>
  ) : (
    <span class="setting-value" dir="auto">
      {value === '' ? texts().agents.byDefault : value}
    </span>
  );
