import { streamingHandler } from '../middleware/streaming-handler.ts';
import { adminOperations } from './operations.ts';

/** Everything under `/admin`, behind routes of the REST API that stream their responses. */
export const handler = streamingHandler(adminOperations);
