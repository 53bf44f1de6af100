import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { FromThread, Job } from '../../../../shared/sandbox/light/messages.ts';
import { THREAD } from '../../../../shared/sandbox/light/program/supervise.ts';

/* Requirements: BT5. */

const MEGABYTE = 1024 * 1024;
const SCRIPT = `
import { readFileSync } from 'node:fs';
for (let line = 1; line <= 40; line += 1) console.log(line, readFileSync('a.txt', 'utf8'));
`;

test('a script that is woken before its call is answered waits on, and none of its calls fails', async () => {
  const job: Job = {
    files: Object.entries({ 'run.mjs': SCRIPT, 'a.txt': 'text' }).map(([path, text]) => ({
      path,
      content: Buffer.from(text),
      executable: false,
    })),
    command: 'node run.mjs',
    limits: {
      timeMs: 30_000,
      memoryBytes: 256 * MEGABYTE,
      diskBytes: MEGABYTE,
      outputBytes: 10_000,
      processes: 1,
    },
    reaches: false,
    exchanges: [],
  };
  const thread = new Worker(new URL('../../../support/woken-early.ts', import.meta.url), THREAD);
  try {
    expect(await once(thread, 'message')).toEqual([{ kind: 'ready' }]);
    thread.postMessage({ kind: 'job', job });
    const [{ reply }] = (await once(thread, 'message')) as [FromThread & { kind: 'reply' }];
    const lines = Array.from({ length: 40 }, (_, at) => `${at + 1} text\n`).join('');
    expect(reply).toMatchObject({ kind: 'ran', exit: 0, output: lines, changed: [] });
  } finally {
    await thread.terminate();
  }
});
