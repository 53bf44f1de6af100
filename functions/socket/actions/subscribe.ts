import * as z from 'zod';
import { subscribe, unsubscribe } from '../../../shared/connections/index.ts';
import { SECOND, systemClock } from '../../../shared/core/clock.ts';
import { Unauthorized } from '../../../shared/core/errors.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { framesOf, gapLine, readAfter } from '../../../shared/events/index.ts';
import { isStillAuthorized } from '../../../shared/identity/index.ts';
import { requireOpenSession } from '../../../shared/sessions/index.ts';
import { action, id, projectOf, type SocketRequest } from '../action.ts';

/** Reserved for the reply: if the replay is not complete by then it says so, and the client subscribes again. */
const REPLY_RESERVE = 5 * SECOND;

/**
 * Registers first and replays afterwards, so that nothing appended in between is missed; a line may arrive twice.
 * `last_event_id` of the reply is the last number that was replayed. With `batches` events come as `{"events": […]}`, as many
 * in a frame as it holds.
 */
export const subscribeAction = action({
  permission: 'read',
  input: z.strictObject({
    session_id: id,
    project_id: id.optional(),
    last_event_id: z.int().min(0).max(999_999_999_999).default(0),
    batches: z.boolean().default(false),
  }),
  run: async ({ session_id, project_id, last_event_id: after, batches }, request) => {
    const project = await projectOf(request, project_id);
    await requireOpenSession(project, session_id);
    await subscribe(project, session_id, { connection: request.connection, batches });
    return { session_id, ...(await replay(project, session_id, { after, batches, request })) };
  },
});

const replay = async (
  project: ProjectScope,
  session: string,
  { after, batches, request }: { after: number; batches: boolean; request: SocketRequest },
): Promise<{ last_event_id: number; complete: boolean }> => {
  let last = after;
  for (let continued = false; request.remaining() > REPLY_RESERVE; continued = true) {
    const reading = await readAfter(project, session, { after: last, continued });
    if (reading.lines.length === 0 && !reading.gap) return { last_event_id: last, complete: true };
    if (continued && !(await isStillAuthorized(request.connection.identity))) {
      throw new Unauthorized('Sign in again and open a new connection.');
    }
    const now = systemClock.now();
    const notice = reading.gap ? [gapLine({ session, last, now }, reading.gap)] : [];
    for (const text of [...notice, ...(batches ? framesOf(reading.lines) : reading.lines)]) {
      if ((await request.post(text)) === 'gone') return { last_event_id: last, complete: false };
    }
    last = reading.last;
  }
  return { last_event_id: last, complete: false };
};

export const unsubscribeAction = action({
  permission: 'read',
  input: z.strictObject({ session_id: id, project_id: id.optional() }),
  run: async ({ session_id, project_id }, request) => {
    await unsubscribe(await projectOf(request, project_id), session_id, request.connection);
    return { session_id };
  },
});
