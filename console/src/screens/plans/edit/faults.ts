import { cyclesOf } from '../../../../../shared/graphs/index.ts';
import type { Draft, DraftTask } from './draft.ts';

/** The limits of a plan, whatever the project's settings allow. The API has the same, and the last word. */
const MAX_EDGES = 1_000;
const MAX_DEPENDENTS = 150;
const MAX_DESCRIPTION = 4_000;
const MAX_OUTPUT = 1_000;
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

export type Field = 'id' | 'description' | 'agent' | 'depends_on' | 'expected_output';

/** What makes a plan invalid. `index` and `field`: where; without them the plan as a whole. The code is a text's key. */
export type Fault = {
  code: string;
  index?: number;
  field?: Field;
  values: Readonly<Record<string, string | number>>;
};

export type Rules = {
  /** The names of the agents that there are; unknown where they could not be read. */
  agents: ReadonlySet<string> | undefined;
  maxTasks: number;
  /** Completed tasks of earlier rounds. */
  kept: ReadonlySet<string>;
};

const faultsOfPlan = (draft: Draft, { maxTasks }: Rules): Fault[] => {
  const edges = draft.reduce((sum, { depends_on }) => sum + depends_on.length, 0);
  return [
    ...(draft.length === 0 ? [{ code: 'noTasks', values: {} }] : []),
    ...(draft.length > maxTasks ? [{ code: 'tooManyTasks', values: { count: draft.length, most: maxTasks } }] : []),
    ...(edges > MAX_EDGES ? [{ code: 'tooManyLinks', values: { count: edges, most: MAX_EDGES } }] : []),
  ];
};

const faultsOfTask = (task: DraftTask, index: number, draft: Draft, { agents, kept }: Rules): Fault[] => {
  const { id, description, agent, depends_on, expected_output = '' } = task;
  const found: Fault[] = [];
  const at = (field: Field, code: string, values: Fault['values'] = {}) => found.push({ code, index, field, values });
  if (!NAME.test(id)) at('id', 'badName');
  else if (kept.has(id)) at('id', 'keptName', { id });
  else if (draft.findIndex((one) => one.id === id) !== index) at('id', 'sameName', { id });
  if (description.trim() === '') at('description', 'noDescription');
  if (description.length > MAX_DESCRIPTION) at('description', 'tooLong', { most: MAX_DESCRIPTION });
  if (expected_output.length > MAX_OUTPUT) at('expected_output', 'tooLong', { most: MAX_OUTPUT });
  if (agent === '') at('agent', 'noAgent');
  else if (agents && !agents.has(agent)) at('agent', 'unknownAgent', { agent });
  for (const on of depends_on) {
    if (on === id) at('depends_on', 'onItself', { id });
    else if (!kept.has(on) && !draft.some((one) => one.id === on)) at('depends_on', 'unknownTask', { id: on });
  }
  return found;
};

/** By the index of a task, those it waits for. */
const waitsOf = (draft: Draft): number[][] => {
  const indexes = new Map<string, number>();
  for (const [index, { id }] of draft.entries()) if (!indexes.has(id)) indexes.set(id, index);
  return draft.map(({ depends_on }, index) =>
    depends_on.flatMap((on) => indexes.get(on) ?? []).filter((on) => on !== index),
  );
};

const faultsOfShape = (draft: Draft): Fault[] => {
  const waits = waitsOf(draft);
  const dependents = new Map<number, number>();
  for (const on of waits.flat()) dependents.set(on, (dependents.get(on) ?? 0) + 1);
  const idOf = (index: number): string => draft[index]?.id ?? '';
  return [
    ...[...dependents]
      .filter(([, count]) => count > MAX_DEPENDENTS)
      .map(([index, count]) => ({
        code: 'tooManyDependents',
        index,
        field: 'id' as const,
        values: { count, most: MAX_DEPENDENTS },
      })),
    ...cyclesOf(waits).map((cycle) => ({
      code: 'cycle',
      index: cycle[0] ?? 0,
      field: 'depends_on' as const,
      values: { cycle: [...cycle, cycle[0] ?? 0].map(idOf).join(' → ') },
    })),
  ];
};

/** Everything that would be refused, in the order of the plan. */
export const faultsOf = (draft: Draft, rules: Rules): Fault[] => [
  ...faultsOfPlan(draft, rules),
  ...draft.flatMap((task, index) => faultsOfTask(task, index, draft, rules)),
  ...faultsOfShape(draft),
];

/** The tasks that wait for each other, all of a cycle and not only where it is reported. */
export const inCycles = (draft: Draft): ReadonlySet<number> => new Set(cyclesOf(waitsOf(draft)).flat());
