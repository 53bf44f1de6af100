import { forgetConnection, listeners } from '../connections/index.ts';
import type { ProjectScope } from '../core/scope.ts';
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

/** What a pusher is asked to do. The lines are the stored texts. */
export type PushOrder = {
  user_id: string;
  project_id: string;
  session_id: string;
  connections: string[];
  lines: string[];
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
    if (connections.length <= MAX_DIRECT_CONNECTIONS) return await postLines(project, session, { connections, lines });
    await Promise.all(ordersFor(project, { session, connections, lines }).map(invokePusher));
  } catch (error) {
    log.warn('push lost', { session_id: session, error: error as Error });
  }
};

const ordersFor = (
  { userId, projectId }: ProjectScope,
  { session, connections, lines }: { session: string; connections: string[]; lines: string[] },
): PushOrder[] => {
  const orders: PushOrder[] = [];
  for (const part of partsOf(lines)) {
    for (let from = 0; from < connections.length; from += CONNECTIONS_PER_PUSHER) {
      const some = connections.slice(from, from + CONNECTIONS_PER_PUSHER);
      orders.push({
        user_id: userId,
        project_id: projectId,
        session_id: session,
        connections: some,
        lines: part,
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
  { connections, lines }: { connections: string[]; lines: string[] },
): Promise<void> => {
  const outcomes = await Promise.all(connections.map((id) => postAll(project, session, { id, lines })));
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
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
