import { readFileSync } from 'node:fs';
import { restHandler } from '../middleware/rest-handler.ts';
import { documentation } from './document.ts';

/** The description of the whole REST API, which lies beside the code: a function of its own, without any permission. */
export const handler = restHandler(
  documentation(() => JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))),
);
