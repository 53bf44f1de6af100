import type { Problem } from '../../api/problem.ts';
import { filled, texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';

/** What went wrong and what to do, spoken by a screen reader when it appears. `onRetry`: trying again may mend it. */
export const ProblemNote = ({ problem, onRetry }: { problem: Problem | undefined; onRetry?: () => void }) => {
  if (!problem) return null;
  const { problems, common } = texts();
  const fields = Object.entries(problem.fields);
  const known = problems[problem.code];
  const isRefused = problem.status >= 400 && problem.status < 500;
  return (
    <div class="problem" role="alert">
      <p>{known ?? problem.detail}</p>
      {/* What the API says of just this request, where no field says more. */}
      {known !== undefined && isRefused && fields.length === 0 && <p class="hint">{problem.detail}</p>}
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
      {onRetry && <Button onClick={onRetry}>{common.retry}</Button>}
    </div>
  );
};
