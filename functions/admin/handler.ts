import { restHandler } from '../middleware/rest-handler.ts';
import { adminOperations } from './operations.ts';

export const handler = restHandler(adminOperations);
