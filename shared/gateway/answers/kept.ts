import * as z from 'zod';
import type { Batch } from '../call/batches.ts';
import type { Ending, ModelEvent } from '../call/model-call.ts';

const wordsSchema = z.object({ kind: z.enum(['text', 'reasoning']), text: z.string() }).meta({ id: 'KeptWords' });

/** A whole answer as it is kept: its words, and what a client is told of its end. */
export const keptAnswerSchema = z
  .object({
    words: z.array(wordsSchema),
    model: z.string(),
    cause: z.string().optional(),
    stopSequence: z.string().optional(),
  })
  .meta({ id: 'KeptAnswer' });
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** Nothing was read or written for an answer that was kept, and nothing is paid for it. */
const NOTHING: Ending['usage'] = { promptTokens: 0, completionTokens: 0, estimated: false };

/** A kept answer as a model would give it, at once. */
export const eventsOf = ({ words, ...end }: KeptAnswer): Batch => [
  ...words,
  { kind: 'end', finish: 'stop', usage: NOTHING, ...end },
];

/**
 * An answer that may be given again; `undefined` for one that may not: cut short, refused, filtered, with calls of tools, or
 * with thoughts that only its own model may see again.
 */
export const keptOf = (events: readonly ModelEvent[]): KeptAnswer | undefined => {
  const end = events.at(-1);
  if (end?.kind !== 'end' || end.finish !== 'stop') return undefined;
  const words: KeptAnswer['words'] = [];
  for (const event of events.slice(0, -1)) {
    if (event.kind !== 'text' && event.kind !== 'reasoning') return undefined;
    if (event.kind === 'reasoning' && event.native !== undefined) return undefined;
    const last = words.at(-1);
    if (last?.kind === event.kind) last.text += event.text;
    else words.push({ kind: event.kind, text: event.text });
  }
  const { model, cause, stopSequence } = end;
  return { words, model, ...(cause !== undefined && { cause }), ...(stopSequence !== undefined && { stopSequence }) };
};
