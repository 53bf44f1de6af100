import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';

/** Everything that is numbered and stored. `heartbeat`, `reconnect` and `gap` are neither: see `control-frames.ts`. */
export const EVENT_TYPES = [
  'message_created',
  'message_delta',
  'run_started',
  'run_completed',
  'direct_agent_call',
  'context_retrieved',
  'task_queued',
  'task_started',
  'task_waiting',
  'task_progress',
  'task_completed',
  'task_failed',
  'task_cancelled',
  'task_skipped',
  'tools_unavailable',
  'memory_alert',
  'tool_called',
  'tool_result',
  'plan_created',
  'plan_updated',
  'build_stage',
  'build_task',
  'build_version',
  'preview_error',
  'approval_required',
  'approval_expiring',
  'approval_resolved',
  'webhook_disabled',
  'error',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export type NewEvent = { event_type: EventType; payload: Record<string, unknown> };

/** `event_id` counts 1, 2, 3 … in each session without a gap. */
export const sessionEventSchema = z
  .object({
    event_id: z.int().min(1),
    event_type: z.enum(EVENT_TYPES),
    session_id: z.string(),
    timestamp: z.string(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RunEvent' });
export type SessionEvent = z.infer<typeof sessionEventSchema>;

/** A WebSocket frame carries at most 32 KB; an event stays well below that. */
export const MAX_EVENT_BYTES = 24 * 1024;
/** The maximum size of a field that stays in an event reduced to a reference: enough for every id, name and state. */
const MAX_KEPT_FIELD_BYTES = 512;
const MAX_KEPT_FIELDS = 24;

/**
 * The event's JSON text as it is stored and sent, byte for byte the same on every transport. Built from an event in one
 * order of fields, so that a writer's copy and the stored one cannot differ.
 */
export const lineOf = ({ event_id, event_type, session_id, timestamp, payload }: SessionEvent): string =>
  JSON.stringify({ event_id, event_type, session_id, timestamp, payload });

/** Where to read the texts of a session that the log does not hold. */
export const historyOf = (project: ProjectScope, session: string): string =>
  `/my/projects/${project.projectId}/chat/${session}/messages`;

/** Gives the events their numbers. One over 24 KB keeps its small fields and says in `href` where the rest is read. */
export const numbered = (
  project: ProjectScope,
  session: string,
  { first, events, now }: { first: number; events: NewEvent[]; now: number },
): { event: SessionEvent; line: string; bytes: number }[] =>
  events.map(({ event_type, payload }, index) => {
    const whole = { event_id: first + index, event_type, session_id: session, timestamp: isoTime(now), payload };
    const line = lineOf(whole);
    const bytes = Buffer.byteLength(line);
    if (bytes <= MAX_EVENT_BYTES) return { event: whole, line, bytes };
    const event = { ...whole, payload: reference(project, session, payload) };
    const short = lineOf(event);
    return { event, line: short, bytes: Buffer.byteLength(short) };
  });

const reference = (
  project: ProjectScope,
  session: string,
  payload: Record<string, unknown>,
): Record<string, unknown> => {
  const small = Object.entries(payload).filter(
    ([name, value]) => Buffer.byteLength(`${name}${JSON.stringify(value) ?? ''}`) <= MAX_KEPT_FIELD_BYTES,
  );
  const run = payload.message_id === undefined ? payload.run_id : undefined;
  return {
    ...Object.fromEntries(small.slice(0, MAX_KEPT_FIELDS)),
    truncated: true,
    href: typeof run === 'string' ? `/my/projects/${project.projectId}/runs/${run}` : historyOf(project, session),
  };
};
