import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { ThreadsWatch } from '../../profile/threads.ts';

/** Works for 100 ms of CPU whenever it is asked to, however long the machine takes for that. */
const BUSY = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', function busyFunction() {
    const worked = () => process.threadCpuUsage().user + process.threadCpuUsage().system;
    const end = worked() + 100_000;
    while (worked() < end);
    parentPort.postMessage('done');
  });
`;

const worker = (name: string): Worker => new Worker(BUSY, { eval: true, name, execArgv: [] });
const work = async (one: Worker): Promise<void> => {
  const done = once(one, 'message');
  one.postMessage('work');
  await done;
};

test('threads with arguments of their own are watched, also those that begin meanwhile; those that end are left out', async () => {
  const [early, brief] = [worker('early'), worker('brief')];
  await Promise.all([work(early), work(brief)]);
  const watch = await ThreadsWatch.begin();
  const late = worker('late');
  await work(late);
  await work(late);
  await work(early);
  await brief.terminate();
  const { threads, cpu } = await watch.end();
  await Promise.all([early.terminate(), late.terminate()]);
  const names = threads.map(({ thread }) => thread);
  expect(names).toEqual(expect.arrayContaining(['main', 'early', 'late']));
  expect(names).not.toContain('brief');
  const of = (name: string) => threads.find(({ thread }) => thread === name);
  expect(of('early')?.profile.nodes.map(({ callFrame }) => callFrame.functionName)).toContain('busyFunction');
  expect(of('early')?.cpu).toBeGreaterThan(10_000);
  expect(cpu).toBeGreaterThan(of('early')?.cpu ?? Number.NaN);
});
