import { streamingHandler } from '../middleware/streaming-handler.ts';
import { consoleIn } from './files.ts';
import { consoleOperations } from './operations.ts';

/**
 * The console, whose files lie beside the code: a function of its own, without any permission. It is behind routes that
 * stream, since API Gateway passes bytes on as they are only there.
 */
export const handler = streamingHandler(consoleOperations(() => consoleIn(new URL('console/', import.meta.url))));
