import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importProject } from '../../../shared/portability/index.ts';
import { linesOf, project, whole } from './contents.ts';
import { contentsIn, contentsOf } from './reading.ts';
import { inFaultyTable, newProject, options, untouched } from './world.ts';

/* Requirements: ID11, QA3. */

const here = inFaultyTable();

test('ID11: whatever is in an export is in the project it was imported into', async () => {
  await fc.assert(
    fc.asyncProperty(project, async (made) => {
      here.proxy.begin(untouched);
      const lines = linesOf(made);
      const into = await newProject();
      const { imported } = await importProject(into, whole(lines), options);
      expect(Object.values(imported).reduce((sum, n) => sum + n, 0)).toBe(lines.length);
      expect(await contentsOf(into)).toEqual(contentsIn(lines));
    }),
    { numRuns: 12 },
  );
});
