import * as z from 'zod';
import type { Origin } from '../../shared/audit/index.ts';
import type { Identity } from '../../shared/core/identity.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { controlFrameSchema, sessionEventSchema } from '../../shared/events/index.ts';
import { requireOpenSession } from '../../shared/sessions/index.ts';
import { type Operation, operation } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { reply } from '../routing/reply/reply.ts';
import { type Format, formatFor } from './format.ts';

/** What a client asked to be sent. */
export type EventRequest = {
  project: ProjectScope;
  session: string;
  identity: Identity;
  /** The last event number the client has. */
  after: number;
  follow: boolean;
  origin: Origin;
};

const numberText = z.string().regex(/^\d{1,12}$/, 'A whole number of at most 12 digits.');

const lineSchema = z.union([sessionEventSchema, controlFrameSchema]).meta({ id: 'EventLine' });

const query = z.object({
  last_event_id: numberText.optional(),
  follow: z.enum(['true', 'false']).default('true'),
});

/** A browser's EventSource repeats its first address, so the header is newer than the query. */
const afterOf = (header: string | undefined, asked: string | undefined): number => Number(header ?? asked ?? '0');

/** Begins a stream once its request was checked. If it throws, the error is the response. */
export type Open = (asked: EventRequest, format: Format) => Promise<void>;

/**
 * Checks the request for a session's events, and passes format and start of the response to `open`. Without `open` the
 * request is only checked and described: for HEAD and for the OpenAPI document.
 */
export const eventsOperation = (open?: Open): Operation =>
  operation({
    method: 'GET',
    path: '/my/chat/{session_id}/events',
    summary: 'The events of a session as NDJSON, or as server-sent events when `Accept` asks for `text/event-stream`.',
    access: 'user',
    permission: 'read',
    perProject: true,
    query,
    headers: { 'Last-Event-ID': numberText.optional() },
    success: { status: 200, schema: z.string(), items: lineSchema, contentType: 'application/x-ndjson' },
    otherSuccesses: [{ status: 200, schema: z.string(), items: lineSchema, contentType: 'text/event-stream' }],
    handle: async ({ project, identity, params, query: { last_event_id, follow }, request }) => {
      const { headers } = request;
      const after = afterOf(headers['last-event-id'], last_event_id);
      await requireOpenSession(project, params.session_id);
      const format = formatFor(headers.accept);
      const asked = { project, session: params.session_id, identity, after, follow: follow === 'true' };
      await open?.({ ...asked, origin: originOf(request) }, format);
      return reply(200, '', { headers: { 'content-type': format.contentType } });
    },
  });
