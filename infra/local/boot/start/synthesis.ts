import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../../settings/index.ts';
import type { SynthesizedApp } from '../../../synth.ts';

/**
 * The templates of the stage `dev`, made in a thread that ends: the CDK needs more than 100 MB, which nothing would give
 * back while the system runs.
 */
export async function synthesizeApart(settings: Settings): Promise<SynthesizedApp> {
  const worker = new Worker(new URL('./synthesis-thread.ts', import.meta.url), {
    workerData: settings,
    name: 'synthesis',
  });
  // Rejects with the thread's error, if it fails.
  const [app] = (await once(worker, 'message')) as [SynthesizedApp];
  await worker.terminate();
  return app;
}
