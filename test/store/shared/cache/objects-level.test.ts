import { afterAll, beforeAll } from 'vitest';
import { objectsLevel } from '../../../../shared/cache/index.ts';
import { cacheLevelContract } from '../../../contract/cache-level.ts';
import { inTable } from '../../../support/in-table.ts';
import { startTestObjects } from '../../../support/objects.ts';

/* Requirements: CA1. */

inTable();
let objects: Awaited<ReturnType<typeof startTestObjects>>;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects?.stop());

cacheLevelContract('of objects', objectsLevel);
