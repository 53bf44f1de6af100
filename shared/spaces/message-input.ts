import * as z from 'zod';
import { draftGraphSchema } from '../plans/index.ts';
import type { NewMessage } from './handle-message.ts';

/** Enough for a long question; a longer text belongs in a file. */
const MAX_MESSAGE_LENGTH = 200_000;

/** What a person sends to a chat, the same over every transport; spread into each transport's schema. */
export const messageInput = {
  content: z
    .string()
    .max(MAX_MESSAGE_LENGTH, `A message has at most ${MAX_MESSAGE_LENGTH} characters.`)
    .regex(/\S/, 'A message must not be blank.'),
  target_agent: z.string().min(1).max(200).optional(),
  on_conflict: z.enum(['enqueue', 'reject', 'interrupt']).optional(),
  plan: draftGraphSchema.optional(),
};

const messageSchema = z.object(messageInput);
type MessageInput = z.infer<typeof messageSchema>;

/** The message as the domain takes it. Retries of one request carry the same `requestKey`. */
export const newMessageOf = (
  { content, target_agent, on_conflict, plan }: MessageInput,
  { session, requestKey }: { session: string; requestKey?: string | undefined },
): NewMessage => ({
  session,
  content,
  ...(target_agent !== undefined && { targetAgent: target_agent }),
  ...(plan && { plan }),
  ...(on_conflict && { onConflict: on_conflict }),
  ...(requestKey !== undefined && { requestKey }),
});
