import * as z from 'zod';
import { cancelRun, publicRunOf, type Run } from '../../../shared/bus/index.ts';
import { isoTime } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { handleMessage, messageInput, newMessageOf, spaces } from '../../../shared/spaces/index.ts';
import { action, id, projectOf } from '../action.ts';

/** The same as `POST …/chat/{session_id}/message`; the answer comes as events. */
export const messageAction = action({
  permission: 'chat',
  input: z.strictObject({
    session_id: id,
    project_id: id.optional(),
    ...messageInput,
    /** Retries with the same key are one message. */
    idempotency_key: id.optional(),
  }),
  run: async ({ session_id, project_id, idempotency_key, ...body }, request) => {
    const project = await projectOf(request, project_id);
    const asked = newMessageOf(body, { session: session_id, requestKey: idempotency_key });
    const { message, run } = await handleMessage(spaces.of(project), asked);
    return {
      message: { id: message.id, created_at: isoTime(message.created_at) },
      run: await shownRun(project, run),
    };
  },
});

/** The state as on every other transport. */
const shownRun = async (project: ProjectScope, run: Run) => {
  const { id: run_id, mode, state } = await publicRunOf(project, run);
  return { id: run_id, mode, state };
};

export const cancelAction = action({
  permission: 'chat',
  input: z.strictObject({ run_id: id, project_id: id.optional() }),
  run: async ({ run_id, project_id }, request) => {
    const project = await projectOf(request, project_id);
    return { run: await shownRun(project, await cancelRun(project, run_id)) };
  },
});
