import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Cache } from '../../../../shared/cache/index.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { pause } from '../../../../shared/core/jitter.ts';
import { inTable } from '../../../support/in-table.ts';
import type { Order, Told } from './asking-process.ts';
import { minute, somebody } from './in-cache.ts';

/* Requirements: CA4. */

const here = inTable();

const CALLERS = 500;

/** A process with a cache of its own; `heard` settles when it tells something for which `is` holds. */
const startProcess = () => {
  const child = fork(join(import.meta.dirname, 'asking-process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  child.on('message', (one: Told) => {
    told.push(one);
    for (const look of [...waiting]) look();
  });
  const heard = <T extends Told>(is: (one: Told) => one is T): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const one = told.find(is);
        if (one === undefined) return void waiting.add(look);
        waiting.delete(look);
        resolve(one);
      };
      look();
    });
  const order = (one: Order): void => {
    if ('user' in one) told.length = 0;
    child.send(one);
  };
  const loads = (): number => told.filter((one) => one === 'loading').length;
  started.push(child);
  return { child, heard, order, loads };
};

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** One claim is won; the others are those of the process that waits. */
const otherHasTried = async (): Promise<void> => {
  const claims = async () => (await here.table.counts()).PutItem?.calls ?? 0;
  while ((await claims()) < 6) await pause(20);
};

const isAsked = (one: Told) => one === 'asked';
const isLoading = (one: Told) => one === 'loading';
const isDone = (one: Told) => typeof one === 'object';

let both: [ReturnType<typeof startProcess>, ReturnType<typeof startProcess>] | undefined;

/** Both processes at once ask for a value that nobody has. */
const inTwo = (lease_s: number) => {
  const user = newId('run');
  both ??= [startProcess(), startProcess()];
  const processes = both;
  for (const { order } of processes) order({ user, key: 'question', callers: CALLERS, lease_s });
  return { user, processes };
};

test('a thousand who miss the same value in two processes make one load', async () => {
  const { user, processes } = inTwo(30);
  await Promise.all(processes.map(({ heard }) => heard(isAsked)));
  await Promise.race(processes.map(({ heard }) => heard(isLoading)));
  await otherHasTried();
  for (const { order } of processes) order({ loaded: 'the answer' });
  const done = await Promise.all(processes.map(({ heard }) => heard(isDone)));
  expect(done.flatMap(({ got }) => got)).toEqual(Array(2 * CALLERS).fill('the answer'));
  expect(processes[0].loads() + processes[1].loads()).toBe(1);
  expect(await new Cache().get(somebody(user), 'question', minute)).toBe('the answer');
});

test('when the loading process is killed, the other loads once its lease is over', async () => {
  const { processes } = inTwo(1);
  await Promise.all(processes.map(({ heard }) => heard(isAsked)));
  const loading = await Promise.race(processes.map((one) => one.heard(isLoading).then(() => one)));
  const other = processes.find((one) => one !== loading) as typeof loading;
  loading.child.kill('SIGKILL');
  await once(loading.child, 'exit');
  await other.heard(isLoading);
  other.order({ loaded: 'the answer' });
  expect((await other.heard(isDone)).got).toEqual(Array(CALLERS).fill('the answer'));
  expect([loading.loads(), other.loads()]).toEqual([1, 1]);
});
