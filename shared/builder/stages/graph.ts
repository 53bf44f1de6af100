import { repairGraph } from '../../plans/index.ts';
import type { TaskGraph } from '../roles/tech-lead.ts';

export type PlannedWork = { id: string; title: string; description: string; depends_on: string[] };

/** All tasks are done by the team, whatever agent a graph of a plan would name. */
const TEAM = { key: 'team', id: 'team', name: 'team', version: 1, capabilities: [] };
const MAX_TASKS = 20;

/** A graph as the tech lead, or a person, wrote it: repaired where that needs no guessing, by the rules of every plan. */
export const planned = ({ tasks }: TaskGraph): { tasks: PlannedWork[]; changes: string[] } | { faults: string[] } => {
  const drafted = tasks.map(({ id, description, depends_on }) => ({ id, description, agent: TEAM.name, depends_on }));
  const checked = repairGraph({ tasks: drafted }, { agents: [TEAM], maxTasks: MAX_TASKS });
  if (!checked.ok) return { faults: checked.errors.map(({ path, message }) => `${path}: ${message}`) };
  const { draft, changes } = checked;
  return {
    tasks: draft.tasks.map(({ id, description, depends_on }, index) => ({
      id,
      title: tasks[index]?.title ?? id,
      description,
      depends_on,
    })),
    changes,
  };
};
