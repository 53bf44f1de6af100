import { streamingHandler } from '../middleware/streaming-handler.ts';
import { workspaceOperations } from './operations.ts';

/** A project's files, behind routes of the REST API that stream their responses: a file is sent as the bytes it is. */
export const handler = streamingHandler(workspaceOperations);
