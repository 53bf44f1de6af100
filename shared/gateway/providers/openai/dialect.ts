import type { Dialect } from '../dialect.ts';
import { type Chunk, chunkOf, chunksOfWhole } from './chunks.ts';
import { requestTo } from './endpoint.ts';
import { errorOf } from './errors.ts';
import { learnLengthField } from './length-field.ts';
import { readChunk } from './read-chunk.ts';
import { chatRequest } from './request.ts';
import { Thoughts } from './thoughts.ts';

/** OpenAI's chat completions, as most providers have them. */
export const openai: Dialect<Chunk> = {
  request: (call, provider) => requestTo(provider, 'chat/completions', chatRequest(call, call.model, provider)),
  errorOf,
  mends: (error, call, provider) => learnLengthField(error, call, { provider, model: call.model }),
  chunkOf,
  chunksOfWhole,
  reader: () => {
    const thoughts = new Thoughts();
    return (answer, chunk) => {
      const text = readChunk(answer, chunk);
      thoughts.take(answer, chunk, text);
      return text;
    };
  },
};
