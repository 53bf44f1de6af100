import fc from 'fast-check';
import type { PlanTaskView, PlanView } from '../../../../../../shared/plans/view/plan-view.ts';

export const START = Date.parse('2026-03-01T10:00:00Z');
export const timeAt = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
export const NOW = START + 600_000;

export const task = (id: string, depends_on: string[] = [], more: Partial<PlanTaskView> = {}): PlanTaskView => ({
  ...{ id, task_id: null, description: `What ${id} is for.`, agent: 'writer', depends_on, state: 'blocked' as const },
  ...{ replaced: false, round: 1, result: null, error: null, started_at: null, ended_at: null },
  ...more,
});

export const plan = (tasks: PlanTaskView[], more: Partial<PlanView> = {}): PlanView => ({
  ...{ run_id: 'run_1', session_id: 'ses_1', state: 'running' as const, round: 1, tasks },
  ...{ estimated_cost: null, estimated_duration: null, critical_path: [], approval_id: null },
  ...{ created_at: timeAt(0), started_at: timeAt(0), ended_at: null },
  ...more,
});

const states = ['blocked', 'queued', 'running', 'waiting', 'completed', 'failed', 'skipped', 'cancelled'] as const;

/** What somebody may write who means no good, or writes in any script. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"/><image href=x onerror=alert(1)>',
    ']]></title><svg onload=alert(1)>',
    '</style><style>@import "//x"</style>',
    '&lt;b&gt; &#x3c; &unknown; & && <!-- --> <![CDATA[ ]]>',
    '\u0000\u0008\u000b\u001b[31m\u007f\u0085\ufffe\uffff',
    '\ud800 \udc00 alone',
    '\u202egnp.exe\u202c \u2066x',
    'שלום עולם, זהו משפט ארוך מאוד',
    '日本語の長い説明文です。'.repeat(20),
    '👩‍👩‍👧‍👦'.repeat(60),
    `a${'\u0301'.repeat(500)}`,
    'x'.repeat(4_000),
  ),
);

/** Each task waits for some of those before it; with links over many columns, and with tasks nobody waits for. */
export const anyPlan = (most: number, text: fc.Arbitrary<string> = fc.constant('Do it.')): fc.Arbitrary<PlanView> =>
  fc
    .array(
      fc.record({
        before: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 })), { maxLength: 5 }),
        state: fc.constantFrom(...states),
        replaced: fc.boolean(),
        description: text,
        agent: text,
        critical: fc.boolean(),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((drawn) => {
      const tasks = drawn.map(({ before, state, replaced, description, agent }, at) => {
        const near = before.map(([any, back]) => (any % 3 === 0 ? any % Math.max(1, at) : Math.max(0, at - back)));
        const names = [...new Set(near)].filter((one) => one < at).map((one) => `t${one}`);
        const started_at = ['blocked', 'queued', 'skipped'].includes(state) ? null : timeAt(at);
        const ended_at = ['completed', 'failed'].includes(state) ? timeAt(2 * at) : null;
        return task(`t${at}`, names, { state, replaced, description, agent, started_at, ended_at });
      });
      return plan(tasks, { critical_path: tasks.filter((_, at) => drawn[at]!.critical).map(({ id }) => id) });
    });
