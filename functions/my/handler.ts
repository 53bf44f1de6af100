import { restHandler } from '../middleware/rest-handler.ts';
import { operations } from './operations.ts';

export const handler = restHandler(operations);
