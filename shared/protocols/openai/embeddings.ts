import * as z from 'zod';
import type { Embeddings } from '../../gateway/index.ts';
import { definedOnly } from '../completion.ts';
import { hint } from '../fields.ts';

/** As OpenAI's own endpoint. */
const MAX_TEXTS = 2_048;

const text = z.string().min(1, 'A text must not be empty.');

/** `POST /v1/embeddings`. Token arrays are refused, because models have different tokenizers. */
export const embeddingsBody = z.strictObject({
  model: z.string().min(1).max(200),
  input: z.union([text, z.array(text).min(1).max(MAX_TEXTS)], {
    error: `The input must be a text or a list of at most ${MAX_TEXTS} texts, none of them empty; token arrays are not supported.`,
  }),
  dimensions: z.int().min(1).max(4_096).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  user: hint,
});
export type EmbeddingsBody = z.infer<typeof embeddingsBody>;

export const textsOf = ({ input, dimensions }: EmbeddingsBody): { texts: string[]; dimensions?: number } => ({
  texts: typeof input === 'string' ? [input] : input,
  ...definedOnly({ dimensions }),
});

/** The numbers as little-endian 32-bit floats. */
const base64 = (vector: number[]): string => {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
};

export const embeddingsList = ({ model, encoding_format }: EmbeddingsBody, { vectors, usage }: Embeddings) => ({
  object: 'list' as const,
  data: vectors.map((vector, index) => ({
    object: 'embedding' as const,
    index,
    embedding: encoding_format === 'base64' ? base64(vector) : vector,
  })),
  model,
  usage: { prompt_tokens: usage.promptTokens, total_tokens: usage.promptTokens },
});
