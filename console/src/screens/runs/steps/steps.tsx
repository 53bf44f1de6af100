import type { Pages } from '../../../api/pages.ts';
import { href } from '../../../app/place/route.ts';
import { language } from '../../../app/preferences/preferences.ts';
import { duration, exact } from '../../../design/figure/moment.ts';
import { Listed } from '../../../design/show/loaded.tsx';
import { SCROLLS } from '../../../design/show/scrolls.ts';
import { texts } from '../../../texts/index.ts';
import { byTask, type Step, type Told, toldOf } from './words.ts';

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(language.value, { timeStyle: 'medium' }).format(Date.parse(at));

const Parts = ({ parts, isCut }: { parts: Told['parts']; isCut: boolean }) => {
  const { runs } = texts();
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{runs.detail}</summary>
      {parts.map(({ title, text }) => (
        <div key={title}>
          {title && <p class="hint">{title}</p>}
          <pre {...SCROLLS} dir="auto">
            {text}
          </pre>
        </div>
      ))}
      {isCut && <p class="hint">{runs.steps.isCut}</p>}
    </details>
  );
};

const Line = ({ step }: { step: Step }) => {
  const all = texts();
  const { text, tone, took, parts } = toldOf(step, all);
  return (
    <li class={`journal-entry tone-${tone}`}>
      {step.began_at ? (
        <time dateTime={step.began_at} title={exact(Date.parse(step.began_at), language.value)}>
          {timeOf(step.began_at)}
        </time>
      ) : (
        <span class="hint">{step.number}</span>
      )}
      <div>
        <span dir="auto">{text}</span> {took !== undefined && <span class="number hint">{duration(took)}</span>}{' '}
        {step.approval_id && <a href={href({ screen: 'approvals', item: step.approval_id })}>{all.runs.toDecision}</a>}
        <Parts parts={parts} isCut={step.is_cut} />
      </div>
    </li>
  );
};

export type StepsProps = { steps: Pages<Step>; names: ReadonlyMap<string, string> };

/** What each task did, step by step: when, how long it took, and folded what was said, called for and answered. */
export const Steps = ({ steps, names }: StepsProps) => {
  const { runs } = texts();
  return (
    <Listed from={steps} empty={<p class="hint">{runs.steps.none}</p>}>
      {(items) => (
        <>
          {[...byTask(items)].map(([task, some]) => (
            <div key={task}>
              {names.size > 1 && <h3 dir="auto">{names.get(task) ?? task}</h3>}
              <ol class="journal" aria-label={names.get(task) ?? task}>
                {some.map((step) => (
                  <Line key={step.number} step={step} />
                ))}
              </ol>
            </div>
          ))}
        </>
      )}
    </Listed>
  );
};
