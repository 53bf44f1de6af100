import type { OpenAI } from 'openai';
import { Deadline } from '../../http/deadline.ts';
import type { Patience } from '../../settings/provider.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { countTokens } from '../../tokens/tokens.ts';
import { malformed } from '../answer.ts';
import type { EmbedCall, Embeddings } from '../embed.ts';
import { modelFailure } from '../failures.ts';
import { clientFor } from './client.ts';

/** A request stays well under OpenAI's 300,000 tokens: 64 texts of 8,000 bytes are at most 512,000 bytes, some 130,000 tokens. */
const BATCH = 64;

export const embedAll = async (
  call: EmbedCall & { model: string },
  provider: Endpoint,
  patience: Patience,
): Promise<Embeddings> => {
  const { model } = call;
  const vectors: number[][] = [];
  let promptTokens = 0;
  let estimated = false;
  let calls = 0;
  for (let from = 0; from < call.texts.length; from += BATCH) {
    const texts = call.texts.slice(from, from + BATCH);
    const answer = await request({ ...call, texts }, model, provider, patience);
    calls += 1;
    vectors.push(...vectorsOf(answer, texts.length));
    const counted = answer.usage?.prompt_tokens;
    estimated ||= !Number.isSafeInteger(counted);
    promptTokens += counted ?? texts.reduce((sum, text) => sum + countTokens(text), 0);
  }
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.some(({ length }) => length !== dimensions)) throw malformed('Vectors of different sizes came.');
  return { vectors, usage: { promptTokens, estimated }, model, dimensions, calls };
};

const request = async (call: EmbedCall, model: string, provider: Endpoint, patience: Patience) => {
  const deadline = new Deadline(patience.timeout, call.signal);
  try {
    const client = await clientFor(provider, patience);
    // Not every server knows base64, and the client asks for that unless told otherwise.
    const body = {
      model,
      input: call.texts,
      encoding_format: 'float',
      ...(call.dimensions !== undefined && { dimensions: call.dimensions }),
    } satisfies OpenAI.EmbeddingCreateParams;
    return await client.embeddings.create(body, {
      signal: deadline.signal,
      maxRetries: patience.retries,
      timeout: patience.timeout,
    });
  } catch (error) {
    deadline.throwIfOver();
    throw modelFailure(error, false);
  } finally {
    deadline.met();
  }
};

/** The vectors in the order of the texts. Providers number them, and are not bound to keep the order. */
const vectorsOf = (answer: OpenAI.CreateEmbeddingResponse, expected: number): number[][] => {
  const data = answer?.data;
  if (!Array.isArray(data) || data.length !== expected) throw malformed(`${expected} vectors were asked for.`);
  const vectors: number[][] = [];
  for (const [position, one] of data.entries()) {
    const { index = position } = one ?? {};
    const embedding: unknown = one?.embedding;
    const sound = Array.isArray(embedding) && embedding.length > 0 && embedding.every(Number.isFinite);
    if (!sound || !(index >= 0 && index < expected) || vectors[index])
      throw malformed(`Vector ${position} is not one.`);
    vectors[index] = embedding;
  }
  return vectors;
};
