import type { OpenAI } from 'openai';
import type { Dialect } from '../dialect.ts';
import { chunkOf } from './chunks.ts';
import { requestTo } from './endpoint.ts';
import { errorOf } from './errors.ts';
import { readChunk } from './read-chunk.ts';
import { chatRequest } from './request.ts';

/** OpenAI's chat completions, as most providers have them. */
export const openai: Dialect<OpenAI.ChatCompletionChunk> = {
  request: (call, provider) => requestTo(provider, 'chat/completions', chatRequest(call, call.model, provider)),
  errorOf,
  chunkOf,
  reader: () => readChunk,
};
