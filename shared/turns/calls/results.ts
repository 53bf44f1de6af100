import type { JournalStep, Task, ToolStep } from '../../bus/index.ts';
import { excerpt } from '../../core/excerpt.ts';
import { type NewEvent, newestEvents } from '../../events/index.ts';
import type { Turn } from './action.ts';

/** An event shows the beginning; the journal has the whole. */
const EXCERPT_LENGTH = 2_000;

type Numbered = { number: number; step: ToolStep };

/** Tells that a call has its result, which is recorded as the step of this number. */
export const resultEvent = ({ run_id, task_id }: Task, { number, step }: Numbered): NewEvent => ({
  event_type: 'tool_result',
  payload: {
    run_id,
    task_id,
    step: number,
    tool: step.call.name,
    outcome: step.outcome,
    content: excerpt(step.content, EXCERPT_LENGTH),
  },
});

/**
 * Announces what a worker that is gone recorded and did not announce: its results wait a moment for others before they are
 * appended, and a version of the files is made in the transaction that records its step.
 *
 *   worker A    records steps 3 and 4 ── appends 3 ── killed
 *   worker B                                            appends `task_started` ── reads: 3 is the last ── appends 4
 *
 * Each is announced once: A writes nothing behind the first event of B, so what B reads before its own is all that A ever said.
 */
export const announceRest = async (
  { claim, writer }: Pick<Turn, 'claim' | 'writer'>,
  journal: readonly JournalStep[],
): Promise<void> => {
  const results = resultsIn(journal);
  if (results.length === 0) return;
  await writer.flush();
  const announced = await lastAnnounced(claim);
  for (const one of results) if (one.number > announced) writer.emit(resultEvent(claim.task, one));
};

/** That of another agent's answer is the end of its own task. */
const resultsIn = (journal: readonly JournalStep[]): Numbered[] =>
  journal.flatMap((step, index) =>
    step.kind === 'tool' && step.call.name !== 'ask_agent' ? [{ number: index + 1, step }] : [],
  );

/** The newest step of the task whose result is in the log; 0: none is. Where the log has forgotten it, all count as announced. */
const lastAnnounced = async ({ project, task }: Turn['claim']): Promise<number> => {
  let oldest = Number.POSITIVE_INFINITY;
  for await (const { event_id, event_type, timestamp, payload } of newestEvents(project, task.session_id)) {
    if (event_type === 'tool_result' && payload.task_id === task.task_id) return Number(payload.step);
    if (Date.parse(timestamp) < task.created_at) return 0;
    oldest = event_id;
  }
  return oldest === 1 ? 0 : Number.POSITIVE_INFINITY;
};
