import * as z from 'zod';
import { subscribe, unsubscribe } from '../../../shared/connections/index.ts';
import { SECOND, systemClock } from '../../../shared/core/clock.ts';
import { NotFound } from '../../../shared/core/errors.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { gapLine, readAfter } from '../../../shared/events/index.ts';
import { findSessionState } from '../../../shared/sessions/index.ts';
import { action, id, projectOf, type SocketRequest } from '../action.ts';

/** A replay that is not through by then ends with `complete: false`; the client subscribes again from what it has. */
const REPLY_RESERVE = 5 * SECOND;

/**
 * Registers first and replays afterwards, so that nothing is appended unseen in between; a line may come twice.
 * `last_event_id` of the reply is the last number that was replayed.
 */
export const subscribeAction = action({
  permission: 'read',
  input: z.strictObject({
    session_id: id,
    project_id: id.optional(),
    last_event_id: z.int().min(0).max(999_999_999_999).default(0),
  }),
  run: async ({ session_id, project_id, last_event_id }, line) => {
    const project = await projectOf(line, project_id);
    const state = await findSessionState(project, session_id);
    if (state?.status !== 'open') throw new NotFound('There is no such session.');
    await subscribe(project, session_id, line.connection);
    return { session_id, ...(await replay(project, session_id, last_event_id, line)) };
  },
});

const replay = async (
  project: ProjectScope,
  session: string,
  after: number,
  line: SocketRequest,
): Promise<{ last_event_id: number; complete: boolean }> => {
  let last = after;
  for (let continued = false; line.remaining() > REPLY_RESERVE; continued = true) {
    const reading = await readAfter(project, session, last, { continued });
    if (reading.lines.length === 0 && !reading.gap) return { last_event_id: last, complete: true };
    const now = systemClock.now();
    const notice = reading.gap ? [gapLine({ session, last, now }, reading.gap)] : [];
    for (const text of [...notice, ...reading.lines]) {
      if ((await line.post(text)) === 'gone') return { last_event_id: last, complete: false };
    }
    last = reading.last;
  }
  return { last_event_id: last, complete: false };
};

export const unsubscribeAction = action({
  permission: 'read',
  input: z.strictObject({ session_id: id, project_id: id.optional() }),
  run: async ({ session_id, project_id }, line) => {
    await unsubscribe(await projectOf(line, project_id), session_id, line.connection);
    return { session_id };
  },
});
