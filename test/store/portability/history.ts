import fc from 'fast-check';
import { listApprovals, publicApproval } from '../../../shared/approvals/index.ts';
import { getRun, listRuns } from '../../../shared/bus/index.ts';
import { newId, ulidOf } from '../../../shared/core/ids.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { readAfter } from '../../../shared/events/index.ts';
import { findPlan } from '../../../shared/plans/index.ts';
import type { Line } from '../../../shared/portability/index.ts';

/* What has happened in a chat: its runs, plans, approvals and events. All of it of the last minutes, so that events are kept. */

const END = {
  direct: ['completed', 'failed', 'cancelled'],
  orchestrated: ['completed', 'partial', 'failed', 'cancelled'],
} as const;
const taskEnd = fc.constantFrom('completed', 'failed', 'skipped', 'cancelled');

const planTasks = fc.array(
  fc.record({
    state: taskEnd,
    result: fc.option(fc.constantFrom('Done.', 'long '.repeat(9_000))),
    after: fc.nat(),
    replaced: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);
const run = fc.oneof(
  fc.record({ mode: fc.constant('direct' as const), end: fc.constantFrom(...END.direct), asked: fc.nat({ max: 3 }) }),
  fc.record({
    mode: fc.constant('orchestrated' as const),
    end: fc.constantFrom(...END.orchestrated),
    tasks: planTasks,
  }),
);
export const history = fc.record({
  runs: fc.array(run, { minLength: 1, maxLength: 30 }),
  events: fc.nat({ max: 150 }),
  first: fc.integer({ min: 1, max: 1_000 }),
  approvals: fc.array(fc.constantFrom('approved', 'rejected', 'expired', 'closed'), { maxLength: 5 }),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

/** The lines of one chat in which all of this has happened, as an export has them. */
export const linesOfHistory = ({ runs, events, first, approvals }: History, now: number): Line[] => {
  const at = (n: number): string => new Date(now - 600_000 + n).toISOString();
  const session_id = newId('ses', now - 600_000);
  const session = {
    id: session_id,
    title: 'A chat',
    created_at: at(0),
    updated_at: at(1),
    message_count: 0,
    busy: false,
  };
  const made = runs.map((of, n) => ({
    of,
    id: newId('run', now - 600_000 + n),
    message: newId('msg', now - 600_000 + n),
    n,
  }));
  const messages = made.map(({ id, message, n }): Line => {
    const value = { id: message, role: 'user', content: 'Hi', agent_id: null, run_id: id, created_at: at(n) };
    return { kind: 'message', session_id, value };
  });
  const told = Array.from({ length: events }, (_, n): Line => {
    const payload = { text: n % 50 === 0 ? 'long '.repeat(4_000) : `${n}` };
    return {
      kind: 'event',
      session_id,
      value: { event_id: first + n, event_type: 'task_progress', session_id, timestamp: at(n), payload },
    };
  });
  return [
    { kind: 'session', session_id, value: session },
    ...messages,
    ...told,
    ...made.flatMap(({ of, id, message, n }) =>
      linesOfRun(of, { id, message_id: message, session_id, created_at: at(n), ended_at: at(n + 60_000) }),
    ),
    ...approvals.map((status, n) =>
      approvalLine({ status, run_id: made[n % made.length]?.id ?? '', session_id, at: at(n) }),
    ),
  ];
};

type Ids = { id: string; message_id: string; session_id: string; created_at: string; ended_at: string };

const linesOfRun = (of: History['runs'][number], { ended_at, ...ids }: Ids): Line[] => {
  const agent_key = newId('agt');
  const usage = { model: 'gpt-5-mini', prompt_tokens: 7, completion_tokens: 9, cost: 0.25 };
  const error = of.end === 'failed' ? { error_code: 'model_failed', detail: 'The model failed.' } : null;
  const value = {
    ...ids,
    mode: of.mode,
    state: of.end,
    agent_id: null,
    started_at: ids.created_at,
    ended_at,
    usage,
    error,
  };
  if (of.mode === 'direct') {
    const task = { plan_task: null, agent_key, state: of.end, attempts: 2 };
    const tasks = Array.from({ length: of.asked + 1 }, () => ({ id: newId('tsk'), ...task }));
    return [{ kind: 'run', value: { ...value, tasks } }];
  }
  const tasks = of.tasks.map(({ state }, n) => ({
    ...{
      id: `tsk_${ulidOf(ids.id)}_${String(n + 1).padStart(4, '0')}`,
      plan_task: `t${n}`,
      agent_key,
      state,
      attempts: 1,
    },
  }));
  const shown = of.tasks.map(({ state, result, after, replaced }, n) => ({
    ...{
      id: `t${n}`,
      task_id: tasks[n]?.id ?? null,
      description: `Part ${n}.`,
      agent: 'ann',
      state,
      replaced,
      round: 1,
      result,
    },
    depends_on: n === 0 ? [] : [`t${after % n}`],
    error: state === 'failed' ? error : null,
    started_at: ids.created_at,
    ended_at,
  }));
  const { state, mode: _m, message_id: _i, agent_id: _a, usage: _u, error: _e, id: run_id, ...known } = value;
  const plan = {
    ...known,
    run_id,
    state,
    round: 1,
    tasks: shown,
    estimated_cost: 0.5,
    estimated_duration: { sequential: 60, parallel: 9 },
  };
  return [
    { kind: 'run', value: { ...value, tasks } },
    { kind: 'plan', value: { ...plan, critical_path: [], approval_id: null } },
  ];
};

const approvalLine = ({
  status,
  at,
  ...ids
}: {
  status: string;
  run_id: string;
  session_id: string;
  at: string;
}): Line => {
  const isDecided = status === 'approved' || status === 'rejected';
  const decision = {
    decision: status === 'approved' ? 'edit' : 'reject',
    by: '',
    reason: 'No.',
    arguments: { a: [1e21, null] },
  };
  return {
    kind: 'approval',
    value: {
      ...{ id: newId('apr'), kind: 'tool', risk: 'high', status, payload: { tool: 'file_write', arguments: { a: 1 } } },
      ...{ ...ids, expires_at: at, created_at: at, resolved_at: isDecided ? at : null },
      decision: isDecided ? decision : null,
    },
  };
};

const all = { limit: 1_000 };
const text = (kind: string, { critical_path: _, ...value }: Record<string, unknown>): string =>
  `${kind} ${JSON.stringify(sorted(value))}`;
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, one]) => [name, sorted(one)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

/** The history in a project as an export has it; which chain was the longest may differ, and who decided does. */
export const historyOf = async (project: ProjectScope, session: string): Promise<string[]> => {
  const found: string[] = [];
  for (let after = 0; ; ) {
    const { lines, last } = await readAfter(project, session, { after });
    found.push(...lines.map((line) => text('event', JSON.parse(line))));
    if (lines.length === 0) break;
    after = last;
  }
  for (const { id, mode } of (await listRuns(project, all)).items) {
    found.push(text('run', await getRun(project, id)));
    if (mode === 'orchestrated') found.push(text('plan', await findPlan(project, id)));
  }
  for (const one of (await listApprovals(project, all)).items) {
    const shown = publicApproval(one);
    found.push(text('approval', { ...shown, decision: shown.decision && { ...shown.decision, by: '' } }));
  }
  return found.sort();
};

export const historyIn = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ kind }) => ['event', 'run', 'plan', 'approval'].includes(kind))
    .map(({ kind, value }) => text(kind, value))
    .sort();
