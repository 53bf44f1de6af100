import type { OpenAI } from 'openai';
import { ModelError } from '../../call/model-error.ts';
import { reasonOfCode } from '../../http/status-error.ts';
import { END } from '../dialect.ts';

type Chunk = OpenAI.ChatCompletionChunk;

const DONE = '[DONE]';

/** The chunk in the data of one event. An error within the stream: the request was accepted, the provider failed over it. */
export const chunkOf = (data: string): Chunk | typeof END | undefined => {
  if (data === '') return undefined;
  if (data.startsWith(DONE)) return END;
  const chunk = JSON.parse(data) as Chunk & { error?: { message?: unknown; code?: unknown } | null };
  if (!chunk?.error) return chunk;
  const { code, message } = chunk.error;
  throw new ModelError(reasonOfCode(code) ?? 'unavailable', {
    cause: new Error(`The provider answered: ${String(message).slice(0, 500)}`),
  });
};
