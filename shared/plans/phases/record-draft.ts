import { packText, runKeys, SCHEMA_VERSION, transact } from '../../store/index.ts';
import { approvalNeed, risksOf } from '../cost/approval-need.ts';
import { estimate } from '../cost/estimate.ts';
import type { PlannedTask } from '../graph/graph.ts';
import { type ActiveRun, checkRunGoesOn } from '../records/execution.ts';
import type { PlanExecution, Round } from '../records/items.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';
import type { Drawn } from './drawing.ts';
import type { Member } from './team.ts';

const firstDraft = 'attribute_not_exists(#pk)';
const nextDraft =
  '#state = :drafted and #attempt = :attempt and attribute_not_exists(#estimate) and attribute_not_exists(#error)';

/**
 * Records the draft with its estimate and whether a person has to approve. An existing draft stays. Drawing up takes as long
 * as a model does, and meanwhile the session may be removed with all that it holds: nothing is written then.
 */
export const recordDraft = async (
  execution: PlanExecution,
  run: ActiveRun,
  {
    before,
    drawn,
    team,
    config,
  }: { before: Round | undefined; drawn: Drawn; team: Member[]; config: OrchestratorConfig },
): Promise<void> => {
  const { project, session, run: id } = execution;
  const round = run.round + 1;
  const attempt = before?.attempt ?? 1;
  const key = runKeys.round(project, id, round);
  const outcome =
    'error' in drawn
      ? { error: drawn.error }
      : await draftItems(project, `${id}.round-${round}-${attempt}`, { session, tasks: drawn.tasks, team, config });
  const attributes: Record<string, unknown> = { ...outcome, ...(drawn.usage && { usage: drawn.usage }) };
  if (!before) {
    const item = {
      ...key,
      v: SCHEMA_VERSION,
      kind: 'round',
      user_id: project.userId,
      project_id: project.projectId,
      session_id: session,
      run_id: id,
      round,
      state: 'drafted',
      attempt,
      ...attributes,
    };
    await transact([{ put: item, when: firstDraft }, checkRunGoesOn(execution, run)]);
    return;
  }
  const names = Object.keys(attributes);
  await transact([
    {
      key,
      update: `SET ${names.map((name) => `#${name} = :to_${name}`).join(', ')} REMOVE #verdict, #approval, #tokens, #due_at, #due_shard`,
      when: nextDraft,
      values: {
        drafted: 'drafted',
        attempt,
        ...Object.fromEntries(names.map((name) => [`to_${name}`, attributes[name]])),
      },
    },
    checkRunGoesOn(execution, run),
  ]);
};

const draftItems = async (
  project: PlanExecution['project'],
  id: string,
  {
    session,
    tasks,
    team,
    config,
  }: { session: string; tasks: PlannedTask[]; team: Member[]; config: OrchestratorConfig },
): Promise<Record<string, unknown>> => {
  const text = await packText(project, { id, session, text: JSON.stringify(tasks) });
  const estimated = await estimate(project, tasks, config);
  const need = approvalNeed(config, estimated, { tasks, agentsRisk: risksOf(team) });
  return { ...text, estimate: estimated, ...(need.needed && { asks: { risk: need.risk, reasons: need.reasons } }) };
};
