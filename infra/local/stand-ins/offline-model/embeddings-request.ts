import { z } from 'zod';
import { ApiError, invalid } from './api-error.ts';
import { defaultDimensions, embed } from './embedding.ts';
import { count } from './tokens.ts';

/** The limits of OpenAI's own endpoint. */
const maxInputs = 2048;
const maxTokens = 8192;
const maxDimensions = 3072;

const embeddingsRequest = z.strictObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.string()).min(1).max(maxInputs)]),
  dimensions: z.int().min(1).max(maxDimensions).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  user: z.string().nullish(),
});

/** POST /v1/embeddings: one vector an input, in the order given. */
export function embeddings(body: unknown) {
  const parsed = embeddingsRequest.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ApiError(400, `Invalid request: ${issue?.message}`, issue?.path.join('.') || 'input', 'invalid_value');
  }
  const { model, input, dimensions, encoding_format } = parsed.data;
  const inputs = typeof input === 'string' ? [input] : input;
  const counts = inputs.map(count);
  if (inputs.includes('')) throw invalid("'input' cannot be an empty string.", 'input');
  const longest = Math.max(...counts);
  if (longest > maxTokens) {
    throw invalid(`This model's maximum input length is ${maxTokens} tokens, but ${longest} were given.`, 'input');
  }
  const data = inputs.map((text, index) => {
    const vector = embed(text, dimensions ?? defaultDimensions);
    const embedding = encoding_format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector];
    return { object: 'embedding', index, embedding };
  });
  const tokens = counts.reduce((sum, one) => sum + one, 0);
  return { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}
