import { audience, type Listener } from '../connections/index.ts';
import { SECOND } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { requestOf } from '../observability/invocation.ts';
import { log } from '../observability/log.ts';
import { invokePusher } from '../platform/functions.ts';
import { lineOf, type SessionEvent } from './event.ts';
import { isFact, tellFollowers } from './following.ts';
import { type Lines, postLines } from './post-lines.ts';

/** Up to this many connections are served where the event was appended; more go to pushers, so that none waits long. */
const MAX_DIRECT_CONNECTIONS = 20;
/** Connections one pusher posts to at the same time; a thousand connections need five pushers. */
const CONNECTIONS_PER_PUSHER = 200;
/**
 * So many of one session at most, however fast its events come: half of what API Gateway takes of all callers of an account
 * together, unless its quota was raised.
 */
const POSTS_PER_SECOND = 5_000;
/** Well under what an asynchronous invocation takes (256 KB), the connections and JSON's escapes included. */
const MAX_ORDER_BYTES = 128 * 1024;

/**
 * What a pusher is asked to do. `batching`: those of the connections that take several events in one frame. An order of an
 * earlier version names none of them, and does not say when its events were appended.
 */
export type PushOrder = Lines & {
  user_id: string;
  project_id: string;
  session_id: string;
  connections: string[];
  batching?: string[] | undefined;
  request_id?: string | undefined;
};

/**
 * Sends appended events to all subscribers. Only ever *after* the append, and it never fails: clients notice a lost push by
 * the next number or ping. Gives the milliseconds for which a writer that goes on gathers its next events.
 */
export const push = async (project: ProjectScope, session: string, events: SessionEvent[]): Promise<number> => {
  if (events.length === 0) return 0;
  try {
    const { listeners: found, isFollowed } = await audience(project, session);
    if (isFollowed && events.some(isFact)) await tellFollowers(project, session);
    const lines = events.map(lineOf);
    const appended = events.map(({ timestamp }) => Date.parse(timestamp));
    if (found.length > MAX_DIRECT_CONNECTIONS) {
      await Promise.all(ordersFor(project, { session, found, lines, appended }).map(invokePusher));
      return gatheredFor(found.length);
    }
    await postLines(project, session, { listeners: found, lines, appended });
  } catch (error) {
    log.warn('push lost', { session_id: session, error: error as Error });
  }
  return 0;
};

/**
 * Milliseconds between two pushes of one writer: a thousand connections are told five times a second. What is appended
 * meanwhile travels together, in one frame to each connection that takes it so. The first event after a pause is not held up.
 */
const gatheredFor = (connections: number): number => (connections / POSTS_PER_SECOND) * SECOND;

const ordersFor = (
  { userId, projectId }: ProjectScope,
  { session, found, lines, appended = [] }: Lines & { session: string; found: Listener[] },
): PushOrder[] => {
  const orders: PushOrder[] = [];
  let before = 0;
  for (const part of partsOf(lines)) {
    const times = appended.slice(before, before + part.length);
    before += part.length;
    for (let from = 0; from < found.length; from += CONNECTIONS_PER_PUSHER) {
      const some = found.slice(from, from + CONNECTIONS_PER_PUSHER);
      orders.push({
        user_id: userId,
        project_id: projectId,
        session_id: session,
        connections: some.map(({ id }) => id),
        batching: some.filter(({ batches }) => batches).map(({ id }) => id),
        lines: part,
        appended: times,
        ...requestOf(),
      });
    }
  }
  return orders;
};

const partsOf = (lines: string[]): string[][] => {
  const parts: string[][] = [[]];
  let size = 0;
  for (const line of lines) {
    const bytes = Buffer.byteLength(JSON.stringify(line));
    if (size > 0 && size + bytes > MAX_ORDER_BYTES) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(line);
    size += bytes;
  }
  return parts;
};
