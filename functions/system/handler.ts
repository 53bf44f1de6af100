import { restHandler } from '../routing/rest-handler.ts';
import { systemOperations } from './operations.ts';

export const handler = restHandler(systemOperations);
