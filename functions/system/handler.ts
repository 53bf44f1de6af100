import { restHandler } from '../middleware/rest-handler.ts';
import { systemOperations } from './operations.ts';

export const handler = restHandler(systemOperations);
