import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api/problem.ts';
import { language } from '../../app/preferences/preferences.ts';
import { filled, texts } from '../../texts/index.ts';
import { relative } from '../figure/moment.ts';
import { Button } from '../form/button.tsx';
import { faultInWords } from '../form/fault.ts';
import { useMarked } from '../form/marked.ts';

/** A browser counts no further than this, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** When the same may be asked again, and that the time has come: a screen reader speaks the one and the other, and no countdown. */
const Again = ({ problem, seconds }: { problem: Problem; seconds: number }) => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    const timer = setTimeout(() => setOver(true), Math.min(seconds * 1_000, LONGEST));
    return () => clearTimeout(timer);
  }, [problem]);
  const { problems } = texts();
  const when = relative(seconds * 1_000, 0, language.value);
  return <p>{isOver ? problems.againNow : filled(problems.again ?? '', { when })}</p>;
};

/** What went wrong and what to do, spoken by a screen reader when it appears. `onRetry`: trying again may mend it. */
export const ProblemNote = ({ problem, onRetry }: { problem: Problem | undefined; onRetry?: () => void }) => {
  const { inForm, marked } = useMarked(problem);
  if (!problem) return null;
  const { problems, common } = texts();
  const all = Object.entries(problem.fields).map(([path, message]) => [path, faultInWords(message)] as const);
  // What is wrong with what was entered, and stands beside it, is not said twice.
  const isInput = problem.code === 'validation_failed';
  const fields = all.filter(([, message]) => !(isInput && marked.includes(message)));
  const known = all.length > fields.length && fields.length === 0 ? problems.marked : problems[problem.code];
  const isRefused = problem.status >= 400 && problem.status < 500;
  return (
    <div ref={inForm} class="problem" role="alert">
      <p>{known ?? problem.detail}</p>
      {/* What the API says of just this request, where no field says more. */}
      {known !== undefined && isRefused && all.length === 0 && <p class="hint">{problem.detail}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([path, message]) => (
            <li key={path}>
              <code>{path}</code>: {message}
            </li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && problem.requestId && (
        <p class="hint">{filled(problems.reference ?? '', { id: problem.requestId })}</p>
      )}
      {problem.retryAfter !== undefined && <Again problem={problem} seconds={problem.retryAfter} />}
      {onRetry && <Button onClick={onRetry}>{common.retry}</Button>}
    </div>
  );
};
