import { restHandler } from '../middleware/rest-handler.ts';
import { authOperations } from './operations.ts';

export const handler = restHandler(authOperations);
