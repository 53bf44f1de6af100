import type { OpenAI } from 'openai';
import type { Dialect } from '../dialect.ts';
import { opened } from './open.ts';
import { readChunk } from './read-chunk.ts';
import { chatRequest } from './request.ts';

/** OpenAI's chat completions, as most providers have them. */
export const openai: Dialect<OpenAI.ChatCompletionChunk> = {
  open: (call, provider, patience, deadline) =>
    opened(chatRequest(call, call.model, provider), provider, patience, deadline),
  reader: () => readChunk,
};
