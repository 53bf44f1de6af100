import { useMemo } from 'preact/hooks';
import { counted, texts } from '../../../texts/index.ts';
import { linesBetween, shortened } from './lines.ts';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** What scrolls has to be reached with the keyboard, though it is no control. */
const SCROLLS = { tabIndex: 0 };

/** What of a text was changed: signs and colours, and words for those who see neither. */
export const Diff = ({ label, before, after }: { label: string; before: string; after: string }) => {
  const { common, approvals } = texts();
  const lines = useMemo(() => shortened(linesBetween(before, after)), [before, after]);
  return (
    <section class="diff" aria-label={label} {...SCROLLS}>
      {lines.map(({ kind, text, skipped }, at) => (
        <div key={at}>
          {skipped !== undefined && <p class="hint">{counted(skipped, approvals.unchangedLines)}</p>}
          <div class={`diff-line ${kind}`}>
            <span aria-hidden="true">{SIGNS[kind]}</span>
            {kind !== 'same' && (
              <span class="visually-hidden">{kind === 'added' ? common.added : common.removed}: </span>
            )}
            <code dir="auto">{text}</code>
          </div>
        </div>
      ))}
    </section>
  );
};
