import { parentPort } from 'node:worker_threads';
import type { FromThread, Job, ToThread } from '../messages.ts';
import { runShell } from './shell.ts';

const port = () => {
  if (!parentPort) throw new Error('The shell runs in a thread.');
  return parentPort;
};

const tell = (message: FromThread): void => port().postMessage(message);

/** The compiled esbuild, lent by the main thread. */
const borrowEsbuild = (): Promise<WebAssembly.Module> => {
  const { promise, resolve } = Promise.withResolvers<WebAssembly.Module>();
  port().on('message', (message: ToThread) => {
    if (message.kind === 'esbuild') resolve(message.module);
  });
  tell({ kind: 'esbuild' });
  return promise;
};

/** Says that it is ready, then runs the one job of its life. */
export const serve = (): void => {
  port().once('message', async ({ job }: { kind: 'job'; job: Job }) => {
    tell({ kind: 'reply', reply: await runShell(job, borrowEsbuild) });
  });
  tell({ kind: 'ready' });
};
