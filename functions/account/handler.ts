import { streamingHandler } from '../middleware/streaming-handler.ts';
import { accountOperations } from './operations.ts';

/** What is about the person, behind routes of the REST API that stream their responses. */
export const handler = streamingHandler(accountOperations);
