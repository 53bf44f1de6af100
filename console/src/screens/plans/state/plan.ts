import type { components, SessionEvent } from '../../../../../clients/typescript/src/index.ts';

export type Plan = components['schemas']['Plan'];
export type PlanTask = components['schemas']['PlanTask'];

const FINAL: readonly string[] = ['completed', 'failed', 'skipped', 'cancelled'];
export const isFinal = ({ state }: Pick<PlanTask, 'state'>): boolean => FINAL.includes(state);

const ENDED: readonly string[] = ['completed', 'partial', 'failed', 'cancelled'];
export const hasEnded = ({ state }: Pick<Plan, 'state'>): boolean => ENDED.includes(state);

const STATES: Record<string, PlanTask['state']> = {
  task_queued: 'queued',
  task_started: 'running',
  task_waiting: 'waiting',
  task_completed: 'completed',
  task_failed: 'failed',
  task_cancelled: 'cancelled',
  task_skipped: 'skipped',
};

/** What an event says of a task. A task that has ended stays as it is: an event may be older than what is known. */
const told = (task: PlanTask, { event_type, timestamp, payload }: SessionEvent): PlanTask => {
  const state = STATES[event_type];
  if (!state || task.task_id !== payload.task_id || isFinal(task)) return task;
  const { error_code, detail } = payload;
  return {
    ...task,
    state,
    started_at: state === 'running' ? (task.started_at ?? timestamp) : task.started_at,
    ended_at: FINAL.includes(state) ? timestamp : task.ended_at,
    error:
      state === 'failed' && typeof error_code === 'string' && typeof detail === 'string'
        ? { error_code, detail }
        : task.error,
  };
};

const ofPlan = (plan: Plan, { event_type, timestamp, payload }: SessionEvent): Plan => {
  if (hasEnded(plan)) return plan;
  if (event_type === 'run_completed') return { ...plan, state: payload.state as Plan['state'], ended_at: timestamp };
  if (event_type === 'approval_required' && payload.kind === 'plan') {
    return { ...plan, state: 'waiting', approval_id: String(payload.approval_id) };
  }
  if (event_type === 'approval_resolved' && payload.approval_id === plan.approval_id) {
    return { ...plan, state: plan.round === 0 ? 'planning' : 'running', approval_id: null };
  }
  return plan;
};

/** A plan as it is after these events, which happened after it was read, or shortly before. */
export const advanced = (plan: Plan, events: readonly SessionEvent[]): Plan =>
  events.reduce((known, event) => {
    const next = ofPlan(known, event);
    if (!(event.event_type in STATES)) return next;
    const at = next.tasks.findIndex(({ task_id }) => task_id !== null && task_id === event.payload.task_id);
    const before = next.tasks[at];
    const after = before && told(before, event);
    return after === undefined || after === before ? next : { ...next, tasks: next.tasks.with(at, after) };
  }, plan);

/** After these the plan has other tasks, or results and figures that no event tells. */
const TELLING = [
  'plan_created',
  'plan_updated',
  'approval_required',
  'approval_resolved',
  'task_completed',
  'run_completed',
];
export const isTelling = ({ event_type }: SessionEvent): boolean => TELLING.includes(event_type);

/** US dollars of the tasks that have ended, as far as their events are known; `undefined` where no price is. */
export const costSoFar = (events: readonly SessionEvent[]): number | undefined => {
  const ended = events.filter(({ event_type }) => event_type === 'task_completed');
  const costs = ended.flatMap(({ payload }) => {
    const cost = (payload.usage as { cost?: unknown } | null)?.cost;
    return typeof cost === 'number' ? [cost] : [];
  });
  return ended.length > 0 && costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0);
};

/** How many tasks are in each state, of those that count: what a later round does without is left out. */
export const countsOf = (tasks: readonly PlanTask[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { state, replaced } of tasks) if (!replaced) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
};
