import { forgetConnection, type Listener } from '../connections/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { recordPush } from '../metrics/index.ts';
import { log } from '../observability/log.ts';
import { postToConnection } from '../platform/sockets.ts';
import { deleteItem, sessionKeys } from '../store/index.ts';
import { framesOf } from './frames.ts';

/** Texts of events as they are stored, in order, and when each was appended. */
export type Lines = { lines: string[]; appended?: number[] | undefined };

/**
 * The lines in order to each connection, all connections at once: each line alone, or as many as a frame holds to those that
 * take it so. A connection that is gone is forgotten.
 */
export const postLines = async (
  project: ProjectScope,
  session: string,
  { listeners, lines, appended = [], clock = systemClock }: Lines & { listeners: Listener[]; clock?: Clock },
): Promise<void> => {
  const frames = framesOf(lines);
  const outcomes = await Promise.all(
    listeners.map(({ id, batches }) => postAll(project, session, { id, texts: batches ? frames : lines })),
  );
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
  const now = clock.now();
  // As long for all of the connections as for the slowest of them, which is served beside them.
  const latencies = lines.map((_, at) => Math.max(0, now - (appended[at] ?? now)));
  const sent = Array.from({ length: count('sent') }, () => latencies).flat();
  await recordPush({ latencies: sent, lost: count('gone'), failed: count('failed') });
  log.info('events pushed', {
    session_id: session,
    events: lines.length,
    connections: listeners.length,
    gone: count('gone'),
    failed: count('failed'),
  });
};

const postAll = async (
  project: ProjectScope,
  session: string,
  { id, texts }: { id: string; texts: string[] },
): Promise<'sent' | 'gone' | 'failed'> => {
  try {
    for (const text of texts) {
      if ((await postToConnection(id, text)) === 'sent') continue;
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
