import { cyclesOf } from '../../graphs/index.ts';
import { type CheckedGraph, checkGraph, type GraphContext } from './check.ts';
import { type DraftGraph, type DraftTask, MAX_TASKS } from './graph.ts';
import { type AbleAgent, nearestAgent } from './nearest-agent.ts';
import { salvage } from './salvage.ts';

type Refused = Extract<CheckedGraph, { ok: false }>;

export type RepairedGraph = (Extract<CheckedGraph, { ok: true }> & { draft: DraftGraph; changes: string[] }) | Refused;

type RepairContext = Omit<GraphContext, 'agents'> & { agents: readonly AbleAgent[] };

/**
 * Repairs what needs no guessing: duplicate ids, dangling or circular dependencies, misspelt agents. No task is ever
 * dropped, so a graph that is too large, or a task without a description, stays an error. Every change is reported.
 */
export const repairGraph = (draft: unknown, context: RepairContext): RepairedGraph => {
  const changes: string[] = [];
  const { kept = [], agents } = context;
  const salvaged = salvage(draft, changes);
  if (!salvaged) return checkGraph(draft, context) as Refused;
  if (salvaged.length > Math.min(context.maxTasks, MAX_TASKS)) {
    return checkGraph({ tasks: salvaged }, context) as Refused;
  }
  const named = withOwnIds(
    salvaged,
    kept.map(({ id }) => id),
    changes,
  );
  const given = named.map((task) => withKnownAgent(task, agents, changes));
  const known = new Set([...given, ...kept].map(({ id }) => id));
  const tasks = withoutCycles(
    given.map((task) => withoutLooseEnds(task, known, changes)),
    changes,
  );
  const checked = checkGraph({ tasks }, context);
  return checked.ok ? { ...checked, draft: { tasks }, changes } : checked;
};

/** A task whose id is another's gets one of its own; dependencies on that id mean the first task that had it. */
const withOwnIds = (tasks: DraftTask[], taken: string[], changes: string[]): DraftTask[] => {
  const used = new Set([...taken, ...tasks.map(({ id }) => id)]);
  const seen = new Set(taken);
  return tasks.map((task) => {
    if (!seen.has(task.id)) {
      seen.add(task.id);
      return task;
    }
    const id = freeId(task.id, used);
    used.add(id);
    changes.push(`A second task "${task.id}" is now "${id}".`);
    return { ...task, id };
  });
};

const MAX_ID_LENGTH = 32;

const freeId = (id: string, used: Set<string>): string => {
  for (let count = 2; ; count += 1) {
    const ending = `-${count}`;
    const free = id.slice(0, MAX_ID_LENGTH - ending.length) + ending;
    if (!used.has(free)) return free;
  }
};

/** An agent name that resembles none stays as it is, and the check refuses it. */
const withKnownAgent = (task: DraftTask, agents: readonly AbleAgent[], changes: string[]): DraftTask => {
  const agent = nearestAgent(task, agents);
  if (agent === undefined || agent === task.agent) return task;
  changes.push(`Task "${task.id}": the agent "${task.agent}" does not exist, so it is given to "${agent}".`);
  return { ...task, agent };
};

const withoutLooseEnds = (task: DraftTask, known: Set<string>, changes: string[]): DraftTask => {
  const depends_on = [...new Set(task.depends_on)].filter((on) => on !== task.id && known.has(on));
  const dropped = [...new Set(task.depends_on)].filter((on) => !depends_on.includes(on));
  for (const on of dropped) {
    const reason = on === task.id ? 'it is the task itself' : 'there is no such task';
    changes.push(`Task "${task.id}" no longer depends on "${on}": ${reason}.`);
  }
  if (depends_on.length + dropped.length < task.depends_on.length)
    changes.push(`Task "${task.id}" named a dependency twice.`);
  return { ...task, depends_on };
};

/**
 * In each cycle some task waits for one that is written after it. Planners write in the order they think of, so that is
 * the dependency that goes; of several, the one that reaches furthest ahead.
 */
const withoutCycles = (tasks: DraftTask[], changes: string[]): DraftTask[] => {
  const indexes = new Map(tasks.map(({ id }, index) => [id, index]));
  const after = tasks.map(({ depends_on }) => depends_on.flatMap((on) => indexes.get(on) ?? []));
  const idIn = (index: number): string => tasks[index]?.id ?? '';
  for (let cycles = cyclesOf(after); cycles.length > 0; cycles = cyclesOf(after)) {
    for (const cycle of cycles) {
      const edges = cycle.map((from, step) => ({ from, to: cycle[(step + 1) % cycle.length] ?? from }));
      const { from, to } = edges.reduce((far, edge) => (edge.to - edge.from > far.to - far.from ? edge : far));
      after[from] = (after[from] ?? []).filter((on) => on !== to);
      const circle = [...cycle, cycle[0] ?? from].map(idIn).join(' → ');
      changes.push(`Task "${idIn(from)}" no longer depends on "${idIn(to)}", which broke the cycle ${circle}.`);
    }
  }
  const removed = (task: number, on: string): boolean => {
    const index = indexes.get(on);
    return index !== undefined && !after[task]?.includes(index);
  };
  return tasks.map((task, index) => ({ ...task, depends_on: task.depends_on.filter((on) => !removed(index, on)) }));
};
