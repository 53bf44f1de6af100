import type { OpenAI } from 'openai';
import { Deadline } from '../../http/deadline.ts';
import { readText } from '../../http/read-text.ts';
import { send } from '../../http/send.ts';
import type { Timeouts } from '../../settings/provider.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { countTokens } from '../../tokens/count-tokens.ts';
import { malformed } from '../answer-accumulator.ts';
import type { EmbedCall, Embeddings } from '../embed.ts';
import { isFields } from '../parse-json.ts';
import { toModelError } from '../to-model-error.ts';
import { requestTo } from './endpoint.ts';
import { errorOf } from './errors.ts';
import { failureWithin } from './failures.ts';

/** A request stays well under OpenAI's 300,000 tokens: 64 texts of 8,000 bytes are at most 512,000 bytes, some 130,000 tokens. */
const BATCH_SIZE = 64;

export const embedAll = async (
  call: EmbedCall & { model: string },
  provider: Endpoint,
  timeouts: Timeouts,
): Promise<Embeddings> => {
  const { model } = call;
  const vectors: number[][] = [];
  let promptTokens = 0;
  let estimated = false;
  let calls = 0;
  for (let from = 0; from < call.texts.length; from += BATCH_SIZE) {
    const texts = call.texts.slice(from, from + BATCH_SIZE);
    const answer = await request({ ...call, texts }, provider, timeouts);
    calls += 1;
    vectors.push(...vectorsOf(answer, texts.length));
    const counted = answer.usage?.prompt_tokens;
    estimated ||= !Number.isSafeInteger(counted);
    promptTokens += counted ?? texts.reduce((sum, text) => sum + countTokens(text), 0);
  }
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.some(({ length }) => length !== dimensions)) throw malformed('All vectors must have the same size.');
  return { vectors, usage: { promptTokens, estimated }, model, dimensions, calls };
};

const request = async (
  { model, texts, dimensions, signal }: EmbedCall & { model: string },
  provider: Endpoint,
  { firstByte, idle = firstByte, retries }: Timeouts,
): Promise<OpenAI.CreateEmbeddingResponse> => {
  // One deadline for all of it: unlike an answer, vectors are of no use before the last of them.
  const deadline = new Deadline(firstByte, signal);
  // Numbers, not base64: not every server knows that.
  const body = {
    model,
    input: texts,
    encoding_format: 'float',
    ...(dimensions !== undefined && { dimensions }),
  } satisfies OpenAI.EmbeddingCreateParams;
  const timeouts = { firstByte, idle };
  try {
    const message = await send(requestTo(provider, 'embeddings', body), {
      timeouts,
      retries,
      signal: deadline.signal,
      errorOf,
    });
    const answer: unknown = JSON.parse(await readText(message, timeouts));
    const failure = isFields(answer) ? failureWithin(answer) : undefined;
    if (failure) throw failure;
    return answer as OpenAI.CreateEmbeddingResponse;
  } catch (error) {
    deadline.throwIfOver();
    throw toModelError(error, false);
  } finally {
    deadline.met();
  }
};

/** The vectors in the order of the texts. Providers number them and need not keep the order. */
const vectorsOf = (answer: OpenAI.CreateEmbeddingResponse, expected: number): number[][] => {
  const data = answer?.data;
  if (!Array.isArray(data) || data.length !== expected) throw malformed(`The response must have ${expected} vectors.`);
  const vectors: number[][] = [];
  for (const [position, one] of data.entries()) {
    const { index = position } = one ?? {};
    const embedding: unknown = one?.embedding;
    const isVector = Array.isArray(embedding) && embedding.length > 0 && embedding.every(Number.isFinite);
    if (!isVector || !(index >= 0 && index < expected) || vectors[index])
      throw malformed(`Vector ${position} must be a non-empty list of numbers with an index of its own.`);
    vectors[index] = embedding;
  }
  return vectors;
};
