import { restHandler } from '../middleware/rest-handler.ts';
import { buildOperations } from './operations.ts';

/** What the builder team is asked for, and how far it is. */
export const handler = restHandler(buildOperations);
