import { type Approval, type Deciding, decide, findApproval } from '../approvals/index.ts';
import { Unprocessable } from '../core/errors.ts';
import { nativeOf } from '../core/json/exact.ts';
import type { ProjectScope } from '../core/scope.ts';
import { packText } from '../store/index.ts';
import { estimate } from './cost/estimate.ts';
import { checkGraph } from './graph/check.ts';
import { findNamed } from './phases/team.ts';
import { findRound, listPlanTasks } from './records/items.ts';
import { findOrchestratorConfig } from './records/orchestrator-config.ts';
import { inForce, nextNumber } from './records/rounds.ts';

/**
 * The one way to decide an approval of any kind, over every transport. A graph that a person edited is checked
 * like every other; the decision and its audit entry are one transaction.
 */
export const decideApproval = async (
  project: ProjectScope,
  id: string,
  deciding: Omit<Deciding, 'draft'>,
): Promise<Approval> => {
  const { verdict } = deciding;
  const approval = await findApproval(project, id);
  const isEdit = approval?.about === 'plan' && approval.status === 'pending' && verdict.decision === 'edit';
  if (!isEdit || verdict.arguments === undefined) return decide(project, id, deciding);
  const draft = await editedDraft(project, approval, nativeOf(verdict.arguments));
  return decide(project, id, { ...deciding, draft });
};

const editedDraft = async (
  project: ProjectScope,
  approval: Approval,
  edited: unknown,
): Promise<Record<string, unknown>> => {
  const number = approval.round ?? 1;
  const [agents, config, round, tasks] = await Promise.all([
    findNamed(project, edited),
    findOrchestratorConfig(project),
    findRound(project, approval.run_id, number),
    listPlanTasks(project, approval.run_id),
  ]);
  const current = await inForce(project, { run_id: approval.run_id, round: number - 1 }, tasks);
  const kept = current.filter(({ state }) => state === 'completed');
  const checked = checkGraph(edited, {
    agents,
    maxTasks: config.max_tasks,
    kept: kept.map(({ plan_id, number: known }) => ({ id: plan_id, number: known })),
    firstNumber: nextNumber(tasks),
  });
  if (!checked.ok) {
    const errors = checked.errors.map(({ path, message }) => ({ path: `arguments.${path}`, message }));
    throw new Unprocessable('The decision is not valid.', { errors });
  }
  const text = JSON.stringify(checked.tasks);
  const name = `${approval.run_id}.round-${number}-${round?.attempt ?? 1}-edited`;
  const stored = await packText(project, { id: name, session: approval.session_id, text });
  return { ...stored, estimate: await estimate(project, checked.tasks, config) };
};
