import { Unprocessable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { checkGraph } from './graph/check.ts';
import type { DraftGraph } from './graph/graph.ts';
import { findNamed } from './phases/team.ts';
import { findOrchestratorConfig } from './records/orchestrator-config.ts';

/** A graph that comes with a message. One that cannot be run is refused at once, with all its errors. */
export const checkGivenGraph = async (project: ProjectScope, plan: DraftGraph): Promise<void> => {
  const [agents, { max_tasks }] = await Promise.all([findNamed(project, plan), findOrchestratorConfig(project)]);
  const checked = checkGraph(plan, { agents, maxTasks: max_tasks });
  if (checked.ok) return;
  const errors = checked.errors.map(({ path, message: fault }) => ({ path: `plan.${path}`, message: fault }));
  throw new Unprocessable('The plan cannot be run.', { errors });
};
