import type { Dialect } from '../dialect.ts';
import { type Chunk, chunkOf, chunksOfWhole } from './chunks.ts';
import { learnDescriptionLength } from './description-length.ts';
import { requestTo } from './endpoint.ts';
import { errorOf } from './errors.ts';
import { learnLengthField } from './length-field.ts';
import { readChunk } from './read-chunk.ts';
import { chatRequest } from './request.ts';
import { learnThoughts } from './sent-thoughts.ts';
import { Thoughts } from './thoughts.ts';

/** OpenAI's chat completions, as most providers have them. */
export const openai: Dialect<Chunk> = {
  request: (call, provider) => requestTo(provider, 'chat/completions', chatRequest(call, call.model, provider)),
  errorOf,
  mends: (error, call, provider) => {
    const target = { provider, model: call.model };
    return (
      learnLengthField(error, call, target) ??
      learnThoughts(error, call, target) ??
      learnDescriptionLength(error, call, target)
    );
  },
  chunkOf,
  chunksOfWhole,
  reader: () => {
    const thoughts = new Thoughts();
    return {
      read(answer, chunk) {
        const text = readChunk(answer, chunk);
        thoughts.take(answer, chunk, text);
        return text;
      },
      end: (answer) => thoughts.end(answer),
    };
  },
};
