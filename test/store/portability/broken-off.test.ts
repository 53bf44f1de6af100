import { expect, test } from 'vitest';
import { listAgents } from '../../../shared/agents/index.ts';
import { importProject } from '../../../shared/portability/index.ts';
import type { CallFault } from '../../support/fault-proxy.ts';
import { linesOf, whole } from './contents.ts';
import { contentsIn, contentsOf } from './reading.ts';
import { inFaultyTable, newProject, options, untouched } from './world.ts';

/* Requirements: ID11, QA3. */

const here = inFaultyTable();

const LINES = linesOf({
  max_parallel: 7,
  agents: ['ann', 'ben'].map((name) => ({
    name,
    at: Date.UTC(2025, 5),
    versions: Array.from({ length: 22 }, (_, n) => ({
      system_prompt: `You are ${n}.`,
      concurrency_limit: 2,
      approval: { min_risk: 'high' },
    })),
  })),
  files: [{ path: 'notes.md', content: 'tea' }],
  sessions: [
    {
      title: 'A chat',
      at: Date.UTC(2025, 6),
      messages: Array.from({ length: 55 }, (_, n) => ({
        role: 'user',
        text: n === 3 ? 'long '.repeat(9_000) : `${n}`,
      })),
    },
  ],
});

test.each<CallFault>(['refuse', 'lose reply'])(
  'ID11: an import that breaks off at any call (%s) goes on with the same file, and takes no other until then',
  async (fault) => {
    let isWhole = false;
    for (let from = 1; !isWhole; from += 1) {
      here.proxy.begin(untouched);
      const into = await newProject();
      here.proxy.begin(({ number }) => (number >= from ? fault : undefined));
      isWhole = await importProject(into, whole(LINES), options).then(
        () => true,
        () => false,
      );
      here.proxy.begin(untouched);
      const { items } = await listAgents(into, { limit: 100 });
      if (!isWhole && items.length > 0) {
        await expect(importProject(into, whole(LINES.slice(0, 1)), options)).rejects.toThrow('empty project');
      }
      if (!isWhole) {
        // Where only the last answer was lost, it is done, and says so.
        const again = await importProject(into, whole(LINES), options).catch((error: Error) => error);
        if (again instanceof Error) expect(again.message).toContain('empty project');
      }
      expect(await contentsOf(into)).toEqual(contentsIn(LINES));
      await expect(importProject(into, whole(LINES), options)).rejects.toThrow('empty project');
    }
  },
);
