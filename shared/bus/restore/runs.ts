import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, readEnd } from '../../events/index.ts';
import { batchesOf, projectKeys, runKeys, SCHEMA_VERSION, transact, type Write } from '../../store/index.ts';
import { hasOneTask, type Run } from '../records/run.ts';
import { runCompleted } from '../records/run-events.ts';

/** A task that has ended. Which version of its agent worked on it is not known any more. */
export type EndedTask = {
  task_id: string;
  agent_key: string;
  state: 'completed' | 'failed' | 'skipped' | 'cancelled';
  attempts: number;
  /** Its name in the plan. */
  plan_id?: string;
};

/** A run that has ended. `cut`: it was live when it was written down, so that its session's log does not tell its end. */
export type EndedRun = Pick<Run, 'session_id' | 'run_id' | 'message_id' | 'answer_id' | 'mode' | 'created_at'> &
  Pick<Run, 'agent_id' | 'started_at' | 'usage' | 'error' | 'notices'> & {
    state: 'completed' | 'partial' | 'failed' | 'cancelled';
    ended_at: number;
    cut: boolean;
    tasks: readonly EndedTask[];
  };

type Restoring = { runs: readonly EndedRun[]; guards: readonly [Write, ...Write[]]; clock: Clock };

const isNew = 'attribute_not_exists(#pk)';

/** An agent's version of which nothing is known. */
export const UNKNOWN_VERSION = 0;

/**
 * Writes runs of one session as history: they have ended, so nothing is due, no lane counts their tasks, and nobody is told.
 * Repeatable with the same runs; `over` once the first guard no longer holds.
 */
export const restoreRuns = async (
  project: ProjectScope,
  session: string,
  { runs, guards, clock }: Restoring,
): Promise<'restored' | 'over'> => {
  const groups = runs.filter(({ cut }) => !cut).flatMap((run) => groupsOf(project, run));
  for (const batch of batchesOf(groups)) {
    const outcome = await transact([...guards, ...batch]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  for (const run of runs.filter(({ cut }) => cut)) {
    if ((await restoreCut(project, session, { run, guards, clock })) === 'over') return 'over';
  }
  return 'restored';
};

/** Its end is told in the transaction that writes it, as that of every other run was. */
const restoreCut = async (
  project: ProjectScope,
  session: string,
  { run, guards, clock }: Omit<Restoring, 'runs'> & { run: EndedRun },
): Promise<'restored' | 'over'> => {
  const [first = [], ...more] = batchesOf(groupsOf(project, run));
  for (;;) {
    const end = await readEnd(project, session, clock);
    const events = [runCompleted(run.run_id, run.state)];
    // A log that was left out begins with what happens here.
    const told = end.next === 1 ? [] : appendWrites(project, session, { end, events, now: clock.now() }).writes;
    const outcome = await transact([...guards, ...told, ...first]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
    // Somebody who writes in the chat already has taken the number.
    const isOutrun = !outcome.ok && told.length > 0 && outcome.lost.every((at) => at === guards.length);
    if (!isOutrun) break;
  }
  for (const batch of more) {
    const outcome = await transact([...guards, ...batch]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};

/** The run before its tasks, so that no task is there without it. */
const groupsOf = (project: ProjectScope, { tasks, cut: _, ...run }: EndedRun): Write[][] => {
  const owner = { user_id: project.userId, project_id: project.projectId };
  const [root] = tasks;
  const isAlone = hasOneTask(run);
  const item = {
    ...projectKeys.run(project, run.run_id),
    v: SCHEMA_VERSION,
    kind: 'run',
    ...owner,
    ...run,
    ...(isAlone ? root && { task_id: root.task_id, agent_key: root.agent_key } : { generation: 1, round: 0 }),
  };
  const written = tasks.map(
    ({ attempts, ...task }): Write => ({
      put: {
        ...runKeys.task(project, run.run_id, task.task_id),
        v: SCHEMA_VERSION,
        kind: 'task',
        ...owner,
        session_id: run.session_id,
        run_id: run.run_id,
        message_id: run.message_id,
        answer_id: run.answer_id,
        created_at: run.created_at,
        agent_version: UNKNOWN_VERSION,
        ...task,
        wake: 0,
        epoch: attempts,
        claims: 0,
        failures: 0,
        yields: 0,
      },
      when: isNew,
    }),
  );
  // A direct run and its task are one group; a plan's many tasks follow each by itself.
  const [first = [], ...rest] = [written.slice(0, 1), ...written.slice(1).map((one) => [one])];
  return [[{ put: item, when: isNew }, ...first], ...rest];
};
