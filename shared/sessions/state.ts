import * as z from 'zod';
import { NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, type Item, sessionKeys } from '../store/index.ts';

/** A chat and its one active run. `queued` counts the runs that wait behind it. */
export const sessionStateSchema = z.object({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  title: z.string(),
  status: z.enum(['open', 'deleting']),
  active: z.string().optional(),
  queued: z.number().int(),
  message_count: z.number().int(),
  last_agent: z.string().optional(),
  keep_memories: z.boolean().optional(),
  /** Of one that is being deleted: the agents that are to forget it. */
  forgetting: z.array(z.string()).optional(),
  /** Its runs were left out, which would tell who took part. */
  imported: z.literal(true).optional(),
  /** Of the name that a client chose for it, whose pointer goes with it. */
  name_hash: z.string().optional(),
  created_at: z.number(),
  updated_at: z.number(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

export const readSessionState = (item: Item): SessionState => sessionStateSchema.parse(item);

export const findSessionState = async (project: ProjectScope, session: string): Promise<SessionState | undefined> => {
  const item = await getItem(sessionKeys.state(project, session));
  return item && readSessionState(item);
};

/** An open session; any other one, or another user's, is not found. */
export const requireOpenSession = async (project: ProjectScope, session: string): Promise<SessionState> => {
  const state = await findSessionState(project, session);
  if (state?.status !== 'open') throw new NotFound('There is no such session.');
  return state;
};
