import * as z from 'zod';
import { Unprocessable } from '../../core/errors.ts';
import { decodeTokens, type Embeddings } from '../../gateway/index.ts';
import { definedOnly } from '../completion.ts';
import { hint } from '../fields.ts';

/** As OpenAI's own endpoint. */
const MAX_TEXTS = 2_048;

const text = z.string().min(1, 'A text must not be empty.');

const tokens = z.array(z.int().min(0)).min(1);

/** `POST /v1/embeddings`. Tokens in place of texts become texts again, so that policies can read them. */
export const embeddingsBody = z
  .object({
    model: z.string().min(1).max(200),
    input: z.union([text, z.array(text).min(1).max(MAX_TEXTS), tokens, z.array(tokens).min(1).max(MAX_TEXTS)], {
      error: `The input must be a text or a list of at most ${MAX_TEXTS} texts, none of them empty; or the same in tokens.`,
    }),
    dimensions: z.int().min(1).max(4_096).nullish(),
    encoding_format: z.enum(['float', 'base64']).nullish(),
    user: hint,
  })
  .meta({ id: 'EmbeddingsRequest' });
export type EmbeddingsBody = z.infer<typeof embeddingsBody>;

export const textsOf = ({ model, input, dimensions }: EmbeddingsBody): { texts: string[]; dimensions?: number } => ({
  texts: listOf(input).map((one) => (typeof one === 'string' ? one : decoded(model, one))),
  ...definedOnly({ dimensions }),
});

const listOf = (input: EmbeddingsBody['input']): (string | number[])[] => {
  if (typeof input === 'string') return [input];
  return isTokens(input) ? [input] : input;
};

const isTokens = (input: string[] | number[] | number[][]): input is number[] => typeof input[0] === 'number';

const decoded = (model: string, tokens: number[]): string => {
  const text = decodeTokens(model, tokens);
  if (text !== undefined) return text;
  throw new Unprocessable('Some of the input is not valid.', {
    errors: [
      { path: 'input', message: "The tokens are not those of one of OpenAI's embedding models. Send the texts." },
    ],
  });
};

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
