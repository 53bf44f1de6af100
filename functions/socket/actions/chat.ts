import * as z from 'zod';
import { messageInput } from '../../../shared/agents/index.ts';
import { cancelRun, publicRun } from '../../../shared/bus/index.ts';
import { isoTime } from '../../../shared/core/clock.ts';
import { acceptWish, draftGraphSchema } from '../../../shared/plans/index.ts';
import { action, projectOf } from '../action.ts';

const id = z.string().min(1).max(128);

/** The same as `POST …/chat/{session_id}/message`; the answer comes as events. */
export const messageAction = action({
  permission: 'chat',
  input: z.strictObject({
    session_id: id,
    project_id: id.optional(),
    ...messageInput,
    plan: draftGraphSchema.optional(),
    /** Repeats with the same key are one message. */
    idempotency_key: id.optional(),
  }),
  run: async ({ session_id, project_id, content, target_agent, plan, on_conflict, idempotency_key }, line) => {
    const { message, run } = await acceptWish(await projectOf(line, project_id), {
      session: session_id,
      content,
      ...(target_agent !== undefined && { targetAgent: target_agent }),
      ...(plan && { plan }),
      ...(on_conflict !== undefined && { onConflict: on_conflict }),
      ...(idempotency_key !== undefined && { requestKey: idempotency_key }),
    });
    return {
      message: { id: message.id, created_at: isoTime(message.created_at) },
      run: { id: run.run_id, mode: run.mode, state: publicRun(run).state },
    };
  },
});

export const cancelAction = action({
  permission: 'chat',
  input: z.strictObject({ run_id: id, project_id: id.optional() }),
  run: async ({ run_id, project_id }, line) => {
    const run = await cancelRun(await projectOf(line, project_id), run_id);
    return { run: { id: run.run_id, mode: run.mode, state: publicRun(run).state } };
  },
});
