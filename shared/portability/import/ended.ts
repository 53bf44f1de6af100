import { agentId } from '../../agents/index.ts';
import type { EndedApproval } from '../../approvals/index.ts';
import type { EndedRun, EndedTask } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { SessionEvent } from '../../events/index.ts';
import type { EndedPlan } from '../../plans/index.ts';
import { endedTasksOf } from './history.ts';
import type { ValueOf } from './schemas.ts';

/** The id of an agent names its user and project: here those that it is imported into. */
export const idHere = (project: ProjectScope, id: string | null): string | undefined => {
  const [, name, version] = /^user[0-9a-z]+_prj_[0-9A-Z]+_([a-z][a-z0-9-]{0,31})_(\d{1,6})$/.exec(id ?? '') ?? [];
  return name === undefined ? undefined : agentId(project, { name, version: Number(version) });
};

const RUN_ENDS: readonly string[] = ['completed', 'partial', 'failed', 'cancelled'];
const TASK_ENDS: readonly string[] = ['completed', 'failed', 'skipped', 'cancelled'];

type Log = readonly Pick<SessionEvent, 'event_type' | 'payload'>[];

/** An export is no snapshot: a run that ends meanwhile may be in it as ended, and its session's log with its start alone. */
export const startsAlone = (log: Log): Set<unknown> => {
  const alone = new Set<unknown>();
  for (const { event_type, payload } of log) {
    if (event_type === 'run_started') alone.add(payload.run_id);
    if (event_type === 'run_completed') alone.delete(payload.run_id);
  }
  return alone;
};

/** A run that was live when it was exported has been cancelled by that: nothing goes on from an export. */
export const endedRun = (
  project: ProjectScope,
  run: ValueOf<'run'>,
  { answer, now, untold }: { answer: string; now: number; untold: ReadonlySet<unknown> },
): EndedRun => {
  const { id, session_id, message_id, mode, created_at, notices } = run;
  const agent_id = idHere(project, run.agent_id);
  const hasEnded = RUN_ENDS.includes(run.state);
  return {
    ...{ run_id: id, session_id, message_id, answer_id: answer, mode, created_at },
    state: hasEnded ? (run.state as EndedRun['state']) : 'cancelled',
    ended_at: run.ended_at ?? now,
    cut: !hasEnded || untold.has(id),
    ...(agent_id !== undefined && { agent_id }),
    ...(run.started_at !== null && { started_at: run.started_at }),
    ...(run.usage && { usage: run.usage }),
    ...(run.error && { error: run.error }),
    ...(notices && { notices }),
    tasks: run.tasks.map(endedTask),
  };
};

const endedTask = ({ id, plan_task, agent_key, state, attempts }: ValueOf<'run'>['tasks'][number]): EndedTask => ({
  task_id: id,
  agent_key,
  state: TASK_ENDS.includes(state) ? (state as EndedTask['state']) : 'cancelled',
  attempts,
  ...(plan_task !== null && { plan_id: plan_task }),
});

export const endedPlan = (plan: ValueOf<'plan'>): EndedPlan => {
  const { session_id, run_id, round, estimated_cost: cost, estimated_duration: duration } = plan;
  return { session_id, run_id, round, tasks: endedTasksOf(plan), estimate: duration ? { cost, duration } : undefined };
};

/** One that was pending is closed, as those of runs that are cancelled are. */
export const endedApproval = (approval: ValueOf<'approval'>): EndedApproval => {
  const { id, kind, status, payload, schema, decision, expires_at, resolved_at, ...facts } = approval;
  return {
    ...facts,
    approval_id: id,
    about: kind,
    payload,
    ...(schema && { schema }),
    open_until: expires_at,
    ...(resolved_at !== null && { resolved_at }),
    status: status === 'pending' ? 'closed' : status,
    ...(decision && {
      decision: decision.decision,
      ...(decision.reason !== null && { reason: decision.reason }),
      ...(decision.arguments && { arguments: decision.arguments }),
    }),
  };
};

/** Agents, and where the rest of a long event is read, are those of this project. */
export const eventHere = (project: ProjectScope, event: SessionEvent): SessionEvent => ({
  ...event,
  payload: Object.fromEntries(
    Object.entries(event.payload).map(([name, value]) => [name, fieldHere(project, name, value)]),
  ),
});

const fieldHere = (project: ProjectScope, name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (name === 'agent_id') return idHere(project, value) ?? value;
  return name === 'href'
    ? value.replace(/^\/my\/projects\/prj_[0-9A-Z]{26}\//, `/my/projects/${project.projectId}/`)
    : value;
};
