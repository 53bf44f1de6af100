import { openPlanApproval } from '../../approvals/index.ts';
import { hint, untilDecided } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { excerpt } from '../../core/excerpt.ts';
import { projectKeys, runKeys, transact } from '../../store/index.ts';
import { draftJsonSchema } from '../graph/json-schema.ts';
import { activeRun, checkRunGoesOn } from '../records/execution.ts';
import {
  findRound,
  type PlanExecution,
  type Round,
  readDraft,
  runGoesOn,
  runGoesOnValues,
  Superseded,
} from '../records/items.ts';

const stillDrafted = '#state = :drafted';

/**
 * Asks the person whether the plan may run, and keeps the token under which the execution waits. A restarted
 * execution finds the approval open, or decided, and only adds its token.
 */
export const askPlan = async (execution: PlanExecution, token: string, clock: Clock = systemClock): Promise<void> => {
  const { project, run: id } = execution;
  await untilDecided(async () => {
    const run = await activeRun(execution);
    const round = await findRound(project, id, run.round + 1);
    if (round?.state !== 'drafted' || !round.asks) throw new Superseded();
    const key = runKeys.round(project, id, round.round);
    if (round.approval === undefined)
      return (await openApproval(execution, run, { round, token, clock })) ? { done: undefined } : 'again';
    const outcome = await transact([
      {
        key,
        update: 'ADD #tokens :token',
        when: stillDrafted,
        values: { token: new Set([token]), drafted: 'drafted' },
      },
      checkRunGoesOn(execution, run),
    ]);
    if (!outcome.ok) return 'again';
    // It may have been decided while no execution waited.
    if (round.verdict) await hint(project, { kind: 'round', run_id: id, round: round.round });
    return { done: undefined };
  });
};

const notYetAsked = '#state = :drafted and attribute_not_exists(#approval)';

const openApproval = async (
  execution: PlanExecution,
  run: Awaited<ReturnType<typeof activeRun>>,
  { round, token, clock }: { round: Round; token: string; clock: Clock },
): Promise<boolean> => {
  const { project, run: id } = execution;
  const tasks = await readDraft(round);
  const nameOf = new Map(tasks.map(({ number, id: name }) => [number, name]));
  const shown = tasks.map(({ id: name, description, agent, depends_on, expected_output }) => ({
    id: name,
    description,
    agent: agent.name,
    depends_on: depends_on.flatMap((on) => nameOf.get(on) ?? []),
    ...(expected_output !== undefined && { expected_output }),
  }));
  return openPlanApproval(
    project,
    {
      session: run.session_id,
      run: id,
      round: round.round,
      risk: round.asks?.risk ?? 'low',
      payload: {
        round: round.round,
        reasons: round.asks?.reasons ?? [],
        estimated_cost: round.estimate?.cost ?? null,
        estimated_duration: round.estimate?.duration ?? null,
        tasks: excerpted(shown),
      },
      schema: draftJsonSchema,
    },
    {
      writes: (approval) => [
        {
          key: projectKeys.run(project, id),
          update: 'SET #approval = :approval',
          when: runGoesOn,
          values: { ...runGoesOnValues(run), approval },
        },
        {
          key: runKeys.round(project, id, round.round),
          update: 'SET #approval = :approval ADD #tokens :token',
          when: notYetAsked,
          values: { approval, drafted: 'drafted', token: new Set([token]) },
        },
      ],
      clock,
    },
  );
};

/** How much of a plan's texts an approval holds: the item stays far below the table's 400 KB. */
const MAX_CHARACTERS = 60_000;
const EXCERPT_LENGTH = 200;

/** Very long texts are cut to their beginnings; `GET /my/plans/{run}` has the whole. */
const excerpted = <T extends { description: string; expected_output?: string }>(tasks: T[]): T[] => {
  if (JSON.stringify(tasks).length <= MAX_CHARACTERS) return tasks;
  const short = (text: string): string => excerpt(text, EXCERPT_LENGTH);
  return tasks.map((task) => ({
    ...task,
    description: short(task.description),
    ...(task.expected_output !== undefined && { expected_output: short(task.expected_output) }),
  }));
};
