import { afterAll, beforeAll, expect, test } from 'vitest';
import { bothStores, memoryAt, someone } from '../memory-bench.ts';

/* Requirements: MEM4. */

let store: Awaited<ReturnType<typeof bothStores>>;
beforeAll(async () => {
  store = await bothStores();
});
afterAll(() => store.stop());

test.each(['tenant', 'table'] as const)(
  'of each memory it is known how turns ended that were shown it, and of the others how they did without (%s)',
  async (kept) => {
    const memory = memoryAt(store, kept);
    const alice = someone();
    await memory.remember(alice, 'sage', { id: 'tip', text: 'The printer needs two tries' });
    await memory.remember(alice, 'sage', { id: 'dud', text: 'The printer is fine' });
    const turn = (id: string, success: boolean, recalled: string[]) =>
      memory.remember(alice, 'sage', { id, text: id, type: success ? 'interaction' : 'failure', success, recalled });
    await turn('t1', true, ['tip']);
    await turn('t2', true, ['tip', 'dud']);
    await turn('t3', false, ['dud']);
    await turn('t4', false, []);
    await turn('t4', false, []);
    const shown = await memory.withUses(
      alice,
      'sage',
      await memory.recall(alice, 'sage', { query: 'printer', limit: 2 }),
    );
    const uses = Object.fromEntries(shown.map(({ id, uses }) => [id, uses]));
    expect(uses).toEqual({ tip: { succeeded: 2, failed: 0 }, dud: { succeeded: 1, failed: 1 } });
    expect(await memory.stats(alice, 'sage')).toMatchObject({
      withMemories: { succeeded: 2, failed: 1 },
      withoutMemories: { succeeded: 0, failed: 1 },
    });
  },
);

test.each(['tenant', 'table'] as const)(
  'an alert comes once when a memory is nearly full, and each time the least valuable memories go (%s)',
  async (kept) => {
    const memory = memoryAt(store, kept);
    const alice = someone();
    const alerts: unknown[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const { alert } = await memory.remember(alice, 'sage', { id: `m${n}`, text: `note ${n}` }, { maxVectors: 10 });
      if (alert) alerts.push(alert);
    }
    expect(alerts).toEqual([
      { alert: 'nearly_full', memories: 8, max_vectors: 10 },
      { alert: 'full', memories: 11, max_vectors: 10 },
    ]);
  },
);
