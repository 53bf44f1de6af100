import type { RunError } from '../../bus/index.ts';
import { beginningOf } from '../../core/excerpt.ts';
import { isUnsuccessful, type PlanTask } from '../records/items.ts';
import { resultOf } from '../records/rounds.ts';

/**
 * The answer of a plan: the results of the tasks on which nothing depends. A single result is the answer as it is; several
 * get headings. Failed and skipped tasks are listed below. `undefined`: no task completed.
 */
export const answerOf = async (tasks: PlanTask[], planning?: RunError): Promise<string | undefined> => {
  const completed = tasks.filter(({ state }) => state === 'completed');
  if (completed.length === 0) return undefined;
  const used = new Set(completed.flatMap(({ depends_on }) => depends_on));
  const last = completed.filter(({ number }) => !used.has(number));
  const results = await Promise.all(last.map(async (task) => ({ task, text: (await resultOf(task)) ?? '' })));
  const [only, another] = results;
  const body =
    only && !another
      ? only.text
      : results.map(({ task, text }) => `## ${titleOf(task)}\n\n${text.trim()}`).join('\n\n');
  const missing = tasks.filter(isUnsuccessful);
  if (missing.length === 0) return body;
  const lines = missing.map((task) => `- ${titleOf(task)}: ${reasonOf(task)}`);
  const why = planning ? `\n\nNo other plan was found: ${planning.detail}` : '';
  return `${body}\n\n---\n\n**What is missing**\n\n${lines.join('\n')}${why}`;
};

const MAX_TITLE_LENGTH = 120;

const titleOf = ({ description }: PlanTask): string => {
  const line = description.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TITLE_LENGTH ? line : `${beginningOf(line, MAX_TITLE_LENGTH - 1)}…`;
};

const reasonOf = ({ state, error, agent_name }: PlanTask): string =>
  state === 'skipped'
    ? 'skipped, because a result it needed is missing.'
    : `failed (${agent_name}: ${error?.detail ?? 'unknown reason'})`;
