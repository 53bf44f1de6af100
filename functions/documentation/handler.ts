import { readFileSync } from 'node:fs';
import { streamingHandler } from '../middleware/streaming-handler.ts';
import { documentation } from './document.ts';

/**
 * The description of the whole REST API, which lies beside the code: a function of its own, without any permission. It is
 * behind routes that stream, since API Gateway passes bytes on as they are only there.
 */
export const handler = streamingHandler(
  documentation(() => JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))),
);
