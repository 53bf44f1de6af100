import type { Risk } from '../../tools/index.ts';
import type { PlannedTask } from '../graph/graph.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';
import { highest, reaches } from './agent-risk.ts';
import type { Estimate } from './estimate.ts';

export { risksOf } from './agent-risk.ts';

/** `reasons`: for the person who is asked, a sentence each. */
export type ApprovalNeed = { needed: boolean; risk: Risk; reasons: string[] };

/**
 * Whether a person has to approve a plan before it runs. An unknown price is no reason by itself: self-hosted models have
 * none, so every plan would need approval. A user who allows no cost at all is asked all the same.
 */
export const approvalNeed = (
  { approval }: Pick<OrchestratorConfig, 'approval'>,
  { cost }: Pick<Estimate, 'cost'>,
  { tasks, agentsRisk }: { tasks: readonly PlannedTask[]; agentsRisk: ReadonlyMap<string, Risk> },
): ApprovalNeed => {
  const { max_tasks, max_cost, min_risk } = approval;
  // An unknown agent counts as the highest risk.
  const risk = highest(tasks.map(({ agent }) => agentsRisk.get(agent.key) ?? 'high'));
  const reasons = [
    ...(tasks.length > max_tasks ? [`The plan has ${tasks.length} tasks; you are asked above ${max_tasks}.`] : []),
    ...(cost !== null && cost > max_cost
      ? [`It is estimated to cost $${inDollars(cost)}; you are asked above $${inDollars(max_cost)}.`]
      : []),
    ...(cost === null && max_cost === 0 ? ['Its cost is not known, and you are asked about any cost.'] : []),
    ...(reaches(risk, min_risk) ? [`Its agents have tools of ${risk} risk; you are asked from ${min_risk} on.`] : []),
  ];
  return { needed: reasons.length > 0, risk, reasons };
};

/** Cents, and more digits where cents would say nothing. */
const inDollars = (amount: number): string =>
  amount >= 0.01 || amount === 0 ? amount.toFixed(2) : amount.toPrecision(2);
