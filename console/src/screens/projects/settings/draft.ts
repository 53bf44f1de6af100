import type { components } from '../../../../../clients/typescript/src/index.ts';

export type Config = components['schemas']['OrchestratorConfig'];
export type ConfigInput = components['schemas']['OrchestratorConfigInput'];
export type Risk = Config['approval']['min_risk'];

/** The project's settings for plans as a person fills them in: numbers as they were typed. */
export type Draft = {
  model: string;
  approvalTasks: string;
  approvalCost: string;
  minRisk: Risk;
  parallel: string;
  tasks: string;
  budget: string;
  autoApprove: boolean;
};

export const draftOf = ({ model, approval, budget_per_run, ...config }: Config): Draft => ({
  model: model ?? '',
  approvalTasks: String(approval.max_tasks),
  approvalCost: String(approval.max_cost),
  minRisk: approval.min_risk,
  parallel: String(config.max_parallel),
  tasks: String(config.max_tasks),
  budget: budget_per_run === null ? '' : String(budget_per_run),
  autoApprove: config.auto_approve_low_risk,
});

/** Left out where nothing was typed: the API has a default. What is no number is for the API to refuse, at its field. */
const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** What is sent: the whole of the settings, as they are replaced. No budget means none, rather than the default one. */
export const configOf = (draft: Draft): ConfigInput => ({
  model: draft.model.trim() || null,
  approval: {
    max_tasks: number(draft.approvalTasks),
    max_cost: number(draft.approvalCost),
    min_risk: draft.minRisk,
  },
  max_parallel: number(draft.parallel),
  max_tasks: number(draft.tasks),
  budget_per_run: number(draft.budget) ?? null,
  auto_approve_low_risk: draft.autoApprove,
});

export const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(configOf(one)) === JSON.stringify(configOf(other));
