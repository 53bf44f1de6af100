import type { components } from '../../../../../clients/typescript/src/index.ts';
import type { Plan, PlanTask } from '../state/plan.ts';

export type DraftTask = components['schemas']['PlanTaskDraft'] & { depends_on: string[] };
export type Draft = readonly DraftTask[];

/** What an approval shows of a task that the plan's own view does not. */
type Shown = { id: string; expected_output?: string };

/** The tasks that wait for the person: the plan shows them as a round that is not open yet. */
export const draftedIn = ({ tasks, round }: Plan): readonly PlanTask[] =>
  tasks.filter((task) => task.round > round && task.task_id === null);

/** Tasks of earlier rounds whose results later ones may use. */
export const keptIn = ({ tasks, round }: Plan): readonly PlanTask[] =>
  tasks.filter((task) => task.round <= round && task.state === 'completed' && !task.replaced);

/** The draft as the person may change it. `shown`: the tasks as the approval shows them. */
export const draftOf = (plan: Plan, shown: unknown): Draft => {
  const outputs = new Map(
    (Array.isArray(shown) ? (shown as Shown[]) : []).map(({ id, expected_output }) => [id, expected_output]),
  );
  return draftedIn(plan).map(({ id, description, agent, depends_on }) => {
    const expected_output = outputs.get(id);
    return { id, description, agent, depends_on: [...depends_on], ...(expected_output && { expected_output }) };
  });
};

/** A task with another name keeps its dependents. Of a name that two tasks have, nobody can say whom they mean. */
const renamed = (draft: Draft, from: string, to: string): Draft =>
  from === '' || draft.filter(({ id }) => id === from).length > 1
    ? draft
    : draft.map((task) => ({ ...task, depends_on: task.depends_on.map((on) => (on === from ? to : on)) }));

export const changeTask = (draft: Draft, index: number, change: Partial<DraftTask>): Draft => {
  const task = draft[index];
  if (!task) return draft;
  const { id = task.id } = change;
  const known = id === task.id ? draft : renamed(draft, task.id, id);
  return known.map((one, at) => (at === index ? { ...one, ...change } : one));
};

export const toggleDependency = (draft: Draft, index: number, on: string): Draft => {
  const before = draft[index]?.depends_on ?? [];
  const depends_on = before.includes(on) ? before.filter((one) => one !== on) : [...before, on];
  return changeTask(draft, index, { depends_on });
};

/** What depended on it depends on what it depended on: the order of the rest stays. */
export const removeTask = (draft: Draft, index: number): Draft => {
  const gone = draft[index];
  if (!gone) return draft;
  const rest = draft.filter((_, at) => at !== index);
  if (rest.some(({ id }) => id === gone.id)) return rest;
  return rest.map((task) =>
    task.depends_on.includes(gone.id)
      ? {
          ...task,
          depends_on: [...new Set(task.depends_on.flatMap((on) => (on === gone.id ? gone.depends_on : [on])))].filter(
            (on) => on !== task.id,
          ),
        }
      : task,
  );
};

/** A task at the end, with a name that nobody has. */
export const addTask = (draft: Draft, agent: string, taken: readonly string[] = []): Draft => {
  const names = new Set([...draft.map(({ id }) => id), ...taken]);
  let number = draft.length + 1;
  while (names.has(`t${number}`)) number += 1;
  return [...draft, { id: `t${number}`, description: '', agent, depends_on: [] }];
};

export const isSameDraft = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);
