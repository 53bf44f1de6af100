import { restHandler } from '../middleware/rest-handler.ts';
import { projectsOperations } from './operations.ts';

export const handler = restHandler(projectsOperations);
