import { cyclesOf } from '../../graphs/index.ts';
import {
  type DraftTask,
  draftGraphSchema,
  type GraphError,
  MAX_DEPENDENTS,
  MAX_EDGES,
  MAX_TASKS,
  type PlannedAgent,
  type PlannedTask,
} from './graph.ts';
import { bounded, listed } from './problems.ts';

/** A completed task of an earlier round, whose result later ones may use. */
export type KeptTask = { id: string; number: number };

export type GraphContext = {
  /** The only agents that tasks may be given to, and that messages may name. */
  agents: readonly PlannedAgent[];
  maxTasks: number;
  kept?: readonly KeptTask[];
  /** Of the first new task; 1 in the first round. */
  firstNumber?: number;
};

export type CheckedGraph = { ok: true; tasks: PlannedTask[] } | { ok: false; errors: GraphError[] };

/** Checks a graph as written and returns it numbered and resolved, or all its errors. */
export const checkGraph = (draft: unknown, context: GraphContext): CheckedGraph => {
  const parsed = draftGraphSchema.safeParse(draft);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'plan', message }));
    return { ok: false, errors: bounded(errors) };
  }
  const { tasks } = parsed.data;
  const names = namesOf(tasks, context);
  const errors = [
    ...errorsOfSize(tasks, context.maxTasks),
    ...tasks.flatMap((task, index) => errorsOfTask(task, index, names, context)),
    ...errorsOfShape(tasks, names),
  ];
  return errors.length > 0
    ? { ok: false, errors: bounded(errors) }
    : { ok: true, tasks: planned(tasks, names, context) };
};

/** What names resolve to: a drafted task's index, a completed task's number, an agent by any of its three names. */
type Names = { indexes: Map<string, number>; kept: Map<string, number>; agents: Map<string, PlannedAgent> };

const namesOf = (tasks: DraftTask[], { agents, kept = [] }: GraphContext): Names => {
  const indexes = new Map<string, number>();
  // If several tasks share an id, it means the first.
  for (const [index, { id }] of tasks.entries()) if (!indexes.has(id)) indexes.set(id, index);
  return {
    indexes,
    kept: new Map(kept.map(({ id, number }) => [id, number])),
    agents: new Map(agents.flatMap((agent) => [agent.name, agent.id, agent.key].map((name) => [name, agent]))),
  };
};

const errorsOfSize = (tasks: DraftTask[], maxTasks: number): GraphError[] => {
  const errors: GraphError[] = [];
  const most = Math.min(maxTasks, MAX_TASKS);
  const edges = tasks.reduce((sum, { depends_on }) => sum + depends_on.length, 0);
  if (tasks.length === 0) errors.push({ path: 'tasks', message: 'The plan has no tasks.' });
  if (tasks.length > most)
    errors.push({
      path: 'tasks',
      message: `The plan has ${tasks.length} tasks; at most ${most} are allowed (max_tasks).`,
    });
  if (edges > MAX_EDGES)
    errors.push({ path: 'tasks', message: `The plan has ${edges} dependencies; at most ${MAX_EDGES} are allowed.` });
  return errors;
};

const errorsOfTask = (
  { id, agent, depends_on }: DraftTask,
  index: number,
  { indexes, kept, agents: named }: Names,
  { agents }: GraphContext,
): GraphError[] => {
  const errors: GraphError[] = [];
  const at = (field: string, message: string) => errors.push({ path: `tasks.${index}.${field}`, message });
  if (kept.has(id)) at('id', `"${id}" is a completed task and must not be declared again; choose another id.`);
  else if (indexes.get(id) !== index) at('id', `The id "${id}" is used by another task.`);
  if (!named.has(agent)) {
    const known = agents.map(({ name }) => name);
    at(
      'agent',
      `There is no agent "${agent}". ${known.length > 0 ? `Choose one of: ${listed(known)}.` : 'The project has no agents.'}`,
    );
  }
  const seen = new Set<string>();
  for (const [number, on] of depends_on.entries()) {
    const field = `depends_on.${number}`;
    if (on === id) at(field, `The task depends on itself: ${id} → ${id}.`);
    else if (seen.has(on)) at(field, `The dependency on "${on}" is listed twice.`);
    else if (!indexes.has(on) && !kept.has(on)) at(field, `There is no task "${on}".`);
    seen.add(on);
  }
  return errors;
};

const errorsOfShape = (tasks: DraftTask[], { indexes }: Names): GraphError[] => {
  const after = tasks.map(({ depends_on }, index) => [
    ...new Set(depends_on.flatMap((on) => indexes.get(on) ?? []).filter((on) => on !== index)),
  ]);
  const dependents = new Map<number, number>();
  for (const on of after.flat()) dependents.set(on, (dependents.get(on) ?? 0) + 1);
  const crowded = [...dependents].filter(([, count]) => count > MAX_DEPENDENTS);
  const idIn = (index: number): string => tasks[index]?.id ?? '';
  return [
    ...crowded.map(([index, count]) => ({
      path: `tasks.${index}`,
      message: `${count} tasks depend on "${idIn(index)}"; at most ${MAX_DEPENDENTS} may.`,
    })),
    ...cyclesOf(after).map((cycle) => ({
      path: `tasks.${cycle[0]}.depends_on`,
      message: `These tasks wait for each other: ${[...cycle, cycle[0] ?? 0].map(idIn).join(' → ')}.`,
    })),
  ];
};

const planned = (
  tasks: DraftTask[],
  { indexes, kept, agents }: Names,
  { firstNumber = 1 }: GraphContext,
): PlannedTask[] => {
  const numberOf = (id: string): number => kept.get(id) ?? firstNumber + (indexes.get(id) as number);
  return tasks.map(({ id, description, agent, depends_on, expected_output }) => {
    const { key, id: agentId, name, version } = agents.get(agent) as PlannedAgent;
    return {
      number: numberOf(id),
      id,
      description,
      ...(expected_output !== undefined && { expected_output }),
      agent: { key, id: agentId, name, version },
      depends_on: depends_on.map(numberOf),
    };
  });
};
