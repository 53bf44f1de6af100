import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGraph } from '../../../../../shared/plans/graph/check.ts';
import { repairGraph } from '../../../../../shared/plans/graph/repair.ts';
import { agents, anyGraph, graph, soundGraph, task } from './graphs.ts';

/* Requirements: PL2. */

const able = agents.map((agent) => ({
  ...agent,
  capabilities:
    { researcher: ['research', 'fact-finding'], writer: ['editing'], analyst: ['figures'] }[agent.name] ?? [],
}));
const context = { agents: able, maxTasks: 60 };

/** The mended graph as lines, and what was changed. */
const mend = (draft: unknown, more = {}) => {
  const mended = repairGraph(draft, { ...context, ...more });
  if (!mended.ok) return { refused: mended.errors.map(({ message }) => message) };
  const lines = mended.draft.tasks.map(({ id, depends_on }) => [id, ...depends_on].join(' '));
  return { lines, agents: mended.tasks.map(({ agent }) => agent.name), changes: mended.changes };
};

describe('what rules mend', () => {
  test('a second task of the same name is renamed, and dependencies still mean the first', () => {
    expect(mend(graph('a', 'a', 'b > a', 'a-2'))).toMatchObject({
      lines: ['a', 'a-3', 'b a', 'a-2'],
      changes: ['A second task "a" is now "a-3".'],
    });
  });

  test('a task named like a completed one is renamed', () => {
    expect(mend(graph('a', 'b > a'), { kept: [{ id: 'a', number: 1 }], firstNumber: 2 })).toMatchObject({
      lines: ['a-2', 'b a'],
    });
  });

  test('dependencies on nothing, on oneself and twice on the same task are removed', () => {
    expect(mend(graph('a > ghost a', 'b > a a'))).toMatchObject({
      lines: ['a', 'b a'],
      changes: [
        'Task "a" no longer depends on "ghost": there is no such task.',
        'Task "a" no longer depends on "a": it is the task itself.',
        'Task "b" named a dependency twice.',
      ],
    });
  });

  test('the dependency of a cycle that reaches furthest ahead is removed', () => {
    expect(mend(graph('a > c', 'b > a', 'c > b'))).toMatchObject({
      lines: ['a', 'b a', 'c b'],
      changes: ['Task "a" no longer depends on "c", which broke the cycle a → c → b → a.'],
    });
  });

  test('an agent is found by another spelling, by its capabilities, or by what the task says', () => {
    const tasks = [
      task('a', [], { agent: 'Writer' }),
      task('b', [], { agent: 'research-agent' }),
      task('c', [], { agent: 'someone', description: 'Work out the figures.' }),
    ];
    expect(mend({ tasks })).toMatchObject({ agents: ['writer', 'researcher', 'analyst'] });
  });

  test('an agent that resembles none is refused, not guessed', () => {
    expect(mend({ tasks: [task('a', [], { agent: 'plumber' })] })).toEqual({
      refused: ['There is no agent "plumber". Choose one of: researcher, writer, analyst.'],
    });
  });

  test('names and forms that only look different are normalised', () => {
    const draft = [
      { id: 1, description: 'Read.', agent: 'researcher', depends_on: null },
      { id: 'Step Two', description: 'Write.', agent: 'writer', depends_on: [1], expected_output: null },
      { description: 'Check.', agent: 'analyst', depends_on: 'Step Two' },
    ];
    expect(mend(draft)).toMatchObject({
      lines: ['1', 'Step-Two 1', 't3 Step-Two'],
      changes: ['Task 2 is called "Step-Two" instead of "Step Two".', 'Task 3 is called "t3".'],
    });
  });

  test('a plan that is too large is refused: no task is left out', () => {
    const tasks = Array.from({ length: 5_000 }, (_, n) => task(`t${n}`, [`t${(n + 1) % 5_000}`]));
    expect(mend({ tasks })).toHaveProperty('refused');
    expect(mend({ tasks: tasks.slice(0, 61) }).refused).toContain(
      'The plan has 61 tasks; at most 60 are allowed (max_tasks).',
    );
  });

  test('a text that is no plan stays refused', () => {
    for (const draft of [undefined, 'text', {}, { tasks: [] }, { tasks: [{ agent: 'writer' }] }])
      expect(mend(draft)).toHaveProperty('refused');
  });

  test('a valid graph is not changed by repairs', () => {
    fc.assert(
      fc.property(soundGraph, (draft) => {
        expect(repairGraph(draft, context)).toMatchObject({ ok: true, draft, changes: [] });
      }),
    );
  });

  test('a repaired graph passes the check with all of its tasks, and every change is reported', () => {
    let mendedSome = 0;
    fc.assert(
      fc.property(anyGraph, (draft) => {
        const mended = repairGraph(draft, context);
        if (!mended.ok) {
          expect(
            mended.errors.every(
              ({ message }) => message.startsWith('There is no agent "bob"') || message.startsWith('…'),
            ),
          ).toBe(true);
          return;
        }
        mendedSome += 1;
        expect(checkGraph(mended.draft, context)).toEqual({ ok: true, tasks: mended.tasks });
        expect(mended.tasks.map(({ description }) => description)).toEqual(
          draft.tasks.map(({ description }) => description),
        );
        if (!checkGraph(draft, context).ok) expect(mended.changes).not.toEqual([]);
      }),
    );
    expect(mendedSome).toBeGreaterThan(0);
  });
});
