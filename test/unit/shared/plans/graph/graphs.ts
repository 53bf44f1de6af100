import fc from 'fast-check';
import type { DraftTask, PlannedAgent } from '../../../../../shared/plans/graph/graph.ts';

export const agents: PlannedAgent[] = ['researcher', 'writer', 'analyst'].map((name, place) => ({
  key: `agt_0${place}`,
  id: `useralice_home_${name}_2`,
  name,
  version: 2,
}));

export const task = (id: string, depends_on: string[] = [], more: Partial<DraftTask> = {}): DraftTask => ({
  id,
  description: `Do ${id}.`,
  agent: 'writer',
  depends_on,
  ...more,
});

/** `a > b c` is a task "a" that depends on "b" and "c". */
export const graph = (...lines: string[]): { tasks: DraftTask[] } => ({
  tasks: lines.map((line) => {
    const [id = '', on = ''] = line.split(' > ');
    return task(id, on.split(' ').filter(Boolean));
  }),
});

/** A sound graph of 1 to 60 tasks, written in any order: each depends only on tasks that come before it in some order. */
export const soundGraph: fc.Arbitrary<{ tasks: DraftTask[] }> = fc
  .array(fc.array(fc.nat(), { maxLength: 6 }), { minLength: 1, maxLength: 60 })
  .chain((wishes) => {
    const tasks = wishes.map((wish, place) =>
      task(`t${place}`, place === 0 ? [] : [...new Set(wish.map((on) => `t${on % place}`))], {
        agent: agents[place % agents.length]?.name ?? '',
      }),
    );
    return fc.shuffledSubarray(tasks, { minLength: tasks.length }).map((shuffled) => ({ tasks: shuffled }));
  });

/** Tasks that depend on whatever there is, themselves and nothing included, under names that may be used twice. */
export const anyGraph: fc.Arbitrary<{ tasks: DraftTask[] }> = fc
  .array(
    fc.record({
      id: fc.nat({ max: 40 }).map((id) => `t${id}`),
      depends_on: fc.array(
        fc.nat({ max: 45 }).map((on) => `t${on}`),
        { maxLength: 8 },
      ),
      agent: fc.constantFrom('researcher', 'writer', 'analyst', 'Research Agent', 'bob'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((tasks) => ({ tasks: tasks.map(({ id, depends_on, agent }) => task(id, depends_on, { agent })) }));
