import { forgetConnection, listeners } from '../connections/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { recordPush } from '../metrics/index.ts';
import { requestOf } from '../observability/invocation.ts';
import { log } from '../observability/log.ts';
import { invokePusher } from '../platform/functions.ts';
import { postToConnection } from '../platform/sockets.ts';
import { deleteItem, sessionKeys } from '../store/index.ts';
import { lineOf, type SessionEvent } from './event.ts';

/** Up to this many connections are served where the event was appended; more go to pushers, so that none waits long. */
const MAX_DIRECT_CONNECTIONS = 20;
/** Connections one pusher posts to at the same time; a thousand connections need ten pushers. */
const CONNECTIONS_PER_PUSHER = 100;
/** Well under what an asynchronous invocation takes (256 KB), the connections and JSON's escapes included. */
const MAX_ORDER_BYTES = 128 * 1024;

/** Texts of events as they are stored, in order, and when each was appended. */
type Lines = { lines: string[]; appended?: number[] | undefined };

/** What a pusher is asked to do. An order of an earlier version does not say when its events were appended. */
export type PushOrder = Lines & {
  user_id: string;
  project_id: string;
  session_id: string;
  connections: string[];
  request_id?: string | undefined;
};

/**
 * Sends appended events to all subscribers. Only ever *after* the append, and it never fails: clients notice a lost push by
 * the next number or ping.
 */
export const push = async (project: ProjectScope, session: string, events: SessionEvent[]): Promise<void> => {
  if (events.length === 0) return;
  try {
    const connections = await listeners(project, session);
    const lines = events.map(lineOf);
    const appended = events.map(({ timestamp }) => Date.parse(timestamp));
    if (connections.length <= MAX_DIRECT_CONNECTIONS)
      return await postLines(project, session, { connections, lines, appended });
    await Promise.all(ordersFor(project, { session, connections, lines, appended }).map(invokePusher));
  } catch (error) {
    log.warn('push lost', { session_id: session, error: error as Error });
  }
};

const ordersFor = (
  { userId, projectId }: ProjectScope,
  { session, connections, lines, appended = [] }: Lines & { session: string; connections: string[] },
): PushOrder[] => {
  const orders: PushOrder[] = [];
  let before = 0;
  for (const part of partsOf(lines)) {
    const times = appended.slice(before, before + part.length);
    before += part.length;
    for (let from = 0; from < connections.length; from += CONNECTIONS_PER_PUSHER) {
      const some = connections.slice(from, from + CONNECTIONS_PER_PUSHER);
      orders.push({
        user_id: userId,
        project_id: projectId,
        session_id: session,
        connections: some,
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

/** The lines in order to each connection, all connections at once. One that is gone is forgotten. */
export const postLines = async (
  project: ProjectScope,
  session: string,
  { connections, lines, appended = [], clock = systemClock }: Lines & { connections: string[]; clock?: Clock },
): Promise<void> => {
  const outcomes = await Promise.all(connections.map((id) => postAll(project, session, { id, lines })));
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
  const now = clock.now();
  // As long for all of the connections as for the slowest of them, which is served beside them.
  const latencies = lines.map((_, at) => Math.max(0, now - (appended[at] ?? now)));
  const sent = Array.from({ length: count('sent') }, () => latencies).flat();
  await recordPush({ latencies: sent, lost: count('gone'), failed: count('failed') });
  log.info('events pushed', {
    session_id: session,
    events: lines.length,
    connections: connections.length,
    gone: count('gone'),
    failed: count('failed'),
  });
};

const postAll = async (
  project: ProjectScope,
  session: string,
  { id, lines }: { id: string; lines: string[] },
): Promise<'sent' | 'gone' | 'failed'> => {
  try {
    for (const line of lines) {
      if ((await postToConnection(id, line)) === 'sent') continue;
      await Promise.all([
        deleteItem(sessionKeys.subscription(project, session, id)),
        forgetConnection(project.user, id),
      ]);
      return 'gone';
    }
    return 'sent';
  } catch (error) {
    log.warn('connection not served', { session_id: session, connection_id: id, error: error as Error });
    return 'failed';
  }
};
