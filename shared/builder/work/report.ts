import { excerpt } from '../../core/excerpt.ts';
import type { Progress } from '../progress.ts';
import type { Failure } from '../stages/work.ts';

/** Of what a failing command printed, in characters. */
const MAX_EVIDENCE = 4_000;

/** For the person: what works, what does not, what shows it, and what they can do. */
export const reportOf = ({ reason, evidence = '', next }: Failure, { tasks, versions }: Progress): string => {
  const named = (state: string): string =>
    tasks
      .filter((task) => (task.state === 'done') === (state === 'done'))
      .map(({ title }) => title)
      .join(', ');
  const newest = versions.at(-1);
  return [
    reason,
    newest ? `What was made is version ${newest.version}.` : 'Nothing was written.',
    ...(named('done') ? [`Done: ${named('done')}.`] : []),
    ...(named('open') ? [`Not done: ${named('open')}.`] : []),
    ...(evidence ? [`What shows it:\n${excerpt(evidence, MAX_EVIDENCE)}`] : []),
    `What to do: ${next}`,
  ].join('\n');
};

/** The answer in the session. */
export const answerOf = (summary: string, { versions }: Progress): string => {
  const newest = versions.at(-1);
  return newest ? `${summary}\n\nIt is version ${newest.version} of the project’s files.` : summary;
};
