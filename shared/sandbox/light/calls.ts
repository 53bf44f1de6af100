import * as z from 'zod';
import { type Carried, MAX_CARRIED_BYTES, MAX_PACKED_BYTES, MAX_PIECES } from './carried.ts';
import type { Job, Reply } from './messages.ts';
import { packReply, unpackJob } from './wire.ts';

/*
 * What the function is asked, and what it answers. A job, or what came of it, that fits into a call is in it:
 *
 *   caller      job ──────────────────────────────────────────────── reply
 *   caller      piece 0 ── piece 1 ── joined: runs ── held ── rest 0 ── rest 1
 */
const user_id = z.string().min(1);
const digest = z.string().length(64);
const at = z
  .int()
  .min(0)
  .max(MAX_PIECES - 1);
const text = z.string().min(1).max(MAX_PACKED_BYTES);
const wholeSchema = z.strictObject({ digest, pieces: z.int().min(1).max(MAX_PIECES) });

export const callSchema = z.union([
  z.strictObject({ user_id, job: z.string().min(1) }),
  z.strictObject({ user_id, piece: z.strictObject({ digest, at, text }) }),
  z.strictObject({ user_id, joined: wholeSchema }),
  z.strictObject({ user_id, rest: z.strictObject({ digest, at }) }),
]);
export type SandboxCall = z.infer<typeof callSchema>;

/** What came of a job: here, to be taken away in pieces, too large for that, or not begun. */
export const ranSchema = z.union([
  z.strictObject({ reply: z.string() }),
  z.strictObject({ held: wholeSchema }),
  z.strictObject({ tooLarge: z.int() }),
  z.strictObject({ missing: z.array(at).min(1).max(MAX_PIECES) }),
]);
export type Ran = z.infer<typeof ranSchema>;

/** `gone`: another environment holds it, or none does any more. */
export const restSchema = z.union([z.strictObject({ piece: text }), z.strictObject({ gone: z.literal(true) })]);

type Tools = { carried: Carried; run: (user: string, job: Job) => Promise<Reply> };

/** One call of the function. */
export const answerCall = async (call: SandboxCall, { carried, run }: Tools): Promise<object> => {
  const user = call.user_id;
  if ('piece' in call) {
    carried.keep(user, call.piece, call.piece.text);
    return {};
  }
  if ('rest' in call) {
    const piece = carried.take(user, call.rest);
    return piece === undefined ? { gone: true } : { piece };
  }
  const packed = 'job' in call ? call.job : carried.join(user, call.joined);
  if (typeof packed !== 'string') return packed satisfies Ran;
  return shipped(user, packReply(await run(user, unpackJob(packed))), carried);
};

const shipped = (user: string, packed: string, carried: Carried): Ran => {
  if (packed.length <= MAX_PACKED_BYTES) return { reply: packed };
  if (packed.length > MAX_CARRIED_BYTES) return { tooLarge: packed.length };
  return { held: carried.hold(user, packed) };
};
