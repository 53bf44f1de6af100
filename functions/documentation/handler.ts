import { restHandler } from '../middleware/rest-handler.ts';
import { documentation } from './document.ts';
import { described } from './operations.ts';

/**
 * The description of the whole REST API. A function of its own: it reads the route table of every other function and has no
 * permissions itself.
 */
export const handler = restHandler(documentation(described, { title: 'Artel', version: '0.1.0' }));
