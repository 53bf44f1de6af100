import * as z from 'zod';

/** A question may be long, but not a library: what is longer belongs into a file. */
const LONGEST_MESSAGE = 200_000;

/** What a person says to an agent, the same over every transport; spread into a schema of its own. */
export const messageInput = {
  content: z
    .string()
    .max(LONGEST_MESSAGE, `A message has at most ${LONGEST_MESSAGE} characters.`)
    .refine((text) => text.trim() !== '', 'A message has to say something.'),
  target_agent: z.string().min(1).max(200).optional(),
  on_conflict: z.enum(['enqueue', 'reject', 'interrupt']).optional(),
};
