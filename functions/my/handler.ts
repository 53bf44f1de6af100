import { restHandler } from '../middleware/rest-handler.ts';
import { myOperations } from './operations.ts';

export const handler = restHandler(myOperations);
