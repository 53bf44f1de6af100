import { expect, test, vi } from 'vitest';
import { withHeartbeat } from '../../../../shared/protocols/index.ts';

/** Time that passes when the test says so. */
const fakeWaits = () => {
  const waits: (() => void)[] = [];
  const wait = (_: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      waits.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  /** Once somebody waits. */
  const pass = async (): Promise<void> => {
    await vi.waitFor(() => expect(waits).not.toHaveLength(0), { timeout: 20_000 });
    waits.at(-1)?.();
  };
  return { wait, waits, pass };
};

async function* gated(gate: Promise<unknown>, log: string[] = []): AsyncGenerator<string> {
  try {
    yield 'one';
    log.push('asked for two');
    await gate;
    yield 'two';
  } finally {
    log.push('ended');
  }
}

test('pulses fill the time in which nothing comes', async () => {
  const { wait, pass } = fakeWaits();
  const gate = Promise.withResolvers<void>();
  const all = withHeartbeat(gated(gate.promise), 10, wait);
  expect(await all.next()).toEqual({ value: 'one', done: false });
  const silent = all.next();
  await pass();
  expect(await silent).toEqual({ value: 'heartbeat', done: false });
  const second = all.next();
  gate.resolve();
  expect(await second).toEqual({ value: 'two', done: false });
  expect((await all.next()).done).toBe(true);
});

test('the next event is requested only once the last was taken', async () => {
  const log: string[] = [];
  const all = withHeartbeat(gated(Promise.resolve(), log), 10, fakeWaits().wait);
  await all.next();
  expect(log).toEqual([]);
  await all.return(undefined);
  expect(log).toEqual(['ended']);
});

test('a failure of the source is rethrown', async () => {
  const all = withHeartbeat(gated(Promise.reject(new Error('broken'))), 10, fakeWaits().wait);
  await all.next();
  await expect(all.next()).rejects.toThrow('broken');
});

test('events that are there already wait for no timer', async () => {
  const { wait, waits } = fakeWaits();
  async function* ready() {
    yield 'one';
    yield 'two';
  }
  const came: string[] = [];
  for await (const event of withHeartbeat(ready(), 10, wait)) came.push(event);
  expect([came, waits.length]).toEqual([['one', 'two'], 0]);
});
