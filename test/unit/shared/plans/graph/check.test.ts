import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckedGraph, checkGraph, type GraphContext } from '../../../../../shared/plans/graph/check.ts';
import { orderOf } from '../../../../../shared/plans/graph/shape.ts';
import { agents, graph, soundGraph, task } from './graphs.ts';

/* Requirements: PL2. */

const check = (draft: unknown, more: Partial<GraphContext> = {}): CheckedGraph =>
  checkGraph(draft, { agents, maxTasks: 60, ...more });

/** What is wrong, as lines. */
const wrong = (draft: unknown, more: Partial<GraphContext> = {}): string[] => {
  const checked = check(draft, more);
  return checked.ok ? [] : checked.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe('a graph that can be worked off', () => {
  test('a valid graph is numbered in the order it is written in, with an agent for each task', () => {
    const draft = {
      tasks: [
        task('read', [], { agent: 'researcher', expected_output: 'A list.' }),
        task('write', ['read'], { agent: agents[1]?.id ?? '' }),
      ],
    };
    expect(check(draft)).toEqual({
      ok: true,
      tasks: [
        {
          number: 1,
          id: 'read',
          description: 'Do read.',
          expected_output: 'A list.',
          agent: agents[0],
          depends_on: [],
        },
        { number: 2, id: 'write', description: 'Do write.', agent: agents[1], depends_on: [1] },
      ],
    });
  });

  test('a valid graph may depend on completed tasks, whose numbers keep their meaning', () => {
    const checked = check(graph('c > a d', 'd'), { kept: [{ id: 'a', number: 1 }], firstNumber: 4 });
    expect(checked).toMatchObject({
      tasks: [
        { number: 4, depends_on: [1, 5] },
        { number: 5, depends_on: [] },
      ],
    });
  });

  test('a valid graph of any shape has an order', () => {
    fc.assert(
      fc.property(soundGraph, (draft) => {
        const checked = check(draft);
        if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
        const order = orderOf(checked.tasks);
        expect(order.toSorted((a, b) => a - b)).toEqual(checked.tasks.map(({ number }) => number));
        for (const { number, depends_on } of checked.tasks)
          for (const on of depends_on) expect(order.indexOf(on)).toBeLessThan(order.indexOf(number));
      }),
    );
  });
});

describe('what is found before anything runs', () => {
  test('a plan without tasks is refused', () => {
    expect(wrong({ tasks: [] })).toEqual(['tasks: The plan has no tasks.']);
  });

  test('more tasks than allowed are refused, with both numbers and the name of the limit', () => {
    expect(wrong(graph('a', 'b', 'c'), { maxTasks: 2 })).toEqual([
      'tasks: The plan has 3 tasks; at most 2 are allowed (max_tasks).',
    ]);
    expect(wrong({ tasks: Array.from({ length: 500 }, (_, n) => task(`t${n}`)) }, { maxTasks: 999 })).toEqual([
      'tasks: The plan has 500 tasks; at most 200 are allowed (max_tasks).',
    ]);
  });

  test('more than 1,000 dependencies are refused', () => {
    const first = Array.from({ length: 100 }, (_, n) => task(`a${n}`));
    const then = Array.from({ length: 11 }, (_, n) =>
      task(
        `b${n}`,
        first.map(({ id }) => id),
      ),
    );
    expect(wrong({ tasks: [...first, ...then] }, { maxTasks: 200 })).toEqual([
      'tasks: The plan has 1100 dependencies; at most 1000 are allowed.',
    ]);
  });

  test('a task with more than 150 dependants is refused', () => {
    const tasks = [task('hub'), ...Array.from({ length: 151 }, (_, n) => task(`t${n}`, ['hub']))];
    expect(wrong({ tasks }, { maxTasks: 200 })).toEqual(['tasks.0: 151 tasks depend on "hub"; at most 150 may.']);
    expect(wrong({ tasks: tasks.slice(0, -1) }, { maxTasks: 200 })).toEqual([]);
  });

  test('an id that is used twice, or belongs to a completed task, is refused', () => {
    expect(wrong(graph('a', 'b', 'a'))).toEqual(['tasks.2.id: The id "a" is used by another task.']);
    expect(wrong(graph('a'), { kept: [{ id: 'a', number: 1 }], firstNumber: 2 })).toEqual([
      'tasks.0.id: "a" is a completed task and must not be declared again; choose another id.',
    ]);
  });

  test('dependencies on nothing, on the task itself, and on the same task twice are refused', () => {
    expect(wrong(graph('a > ghost a', 'b > a a'))).toEqual([
      'tasks.0.depends_on.0: There is no task "ghost".',
      'tasks.0.depends_on.1: The task depends on itself: a → a.',
      'tasks.1.depends_on.1: The dependency on "a" is listed twice.',
    ]);
  });

  test('a missing agent is refused, with the names of the existing ones and no others', () => {
    expect(wrong({ tasks: [task('a', [], { agent: 'userbob_home_spy_1' })] })).toEqual([
      'tasks.0.agent: There is no agent "userbob_home_spy_1". Choose one of: researcher, writer, analyst.',
    ]);
  });

  test('a cycle is refused as the path that leads around', () => {
    expect(wrong(graph('a > c', 'b > a', 'c > b', 'd > c'))).toEqual([
      'tasks.0.depends_on: These tasks wait for each other: a → c → b → a.',
    ]);
  });

  test('every cycle is named when there are several', () => {
    expect(wrong(graph('a > b', 'b > a', 'c', 'd > e c', 'e > d'))).toEqual([
      'tasks.0.depends_on: These tasks wait for each other: a → b → a.',
      'tasks.3.depends_on: These tasks wait for each other: d → e → d.',
    ]);
  });

  test('fields that are missing, wrong or unknown are refused, each with its position', () => {
    expect(wrong({ tasks: [{ id: 'a b', agent: 'writer', colour: 'red' }] }).map((line) => line.split(':')[0])).toEqual(
      ['tasks.0', 'tasks.0.description', 'tasks.0.id'],
    );
    for (const nonsense of [null, 'a plan', [], { steps: [] }]) expect(wrong(nonsense)).not.toEqual([]);
  });

  test('all mistakes are reported at once, in the order of the tasks, and after twenty the number of further ones', () => {
    const lines = wrong(graph(...Array.from({ length: 30 }, (_, n) => `t${n} > ghost`)));
    expect(lines).toHaveLength(21);
    expect(lines.slice(0, 20).map((line) => line.split('.')[1])).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
    expect(lines[20]).toBe('plan: … and 10 more.');
  });

  test('any single defect in any valid graph is found', () => {
    const planted = fc.tuple(soundGraph, fc.nat(), fc.constantFrom('duplicate', 'dangling', 'self', 'agent', 'cycle'));
    fc.assert(
      fc.property(planted, ([{ tasks }, place, defect]) => {
        const at = place % tasks.length;
        const victim = tasks[at]!;
        const others = tasks.filter((_, one) => one !== at);
        const withVictim = (change: Partial<typeof victim>) => tasks.with(at, { ...victim, ...change });
        const drafts = {
          duplicate: { tasks: [...tasks, task(victim.id)], expected: `The id "${victim.id}" is used` },
          dangling: { tasks: withVictim({ depends_on: ['ghost'] }), expected: 'There is no task "ghost"' },
          self: { tasks: withVictim({ depends_on: [victim.id] }), expected: `${victim.id} → ${victim.id}` },
          agent: { tasks: withVictim({ agent: 'bob' }), expected: 'There is no agent "bob"' },
          cycle: {
            tasks: [...others, { ...victim, depends_on: ['new'] }, task('new', [victim.id])],
            expected: `${victim.id} → new`,
          },
        };
        const { tasks: changed, expected } = drafts[defect as keyof typeof drafts];
        expect(wrong({ tasks: changed }, { maxTasks: 100 }).join(' ')).toContain(expected);
      }),
    );
  });

  test('a cycle of 1,000 tasks, the maximum that is searched, is found', () => {
    const tasks = Array.from({ length: 1_000 }, (_, n) => task(`t${n}`, [`t${(n + 999) % 1_000}`]));
    expect(wrong({ tasks })).toHaveLength(2);
  });
});
