import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * What a module answers to `data`, as the one message it posts, made in a thread that ends: what that needs of memory, the
 * system would keep for as long as it runs. Rejects with the thread's error, if it fails.
 */
export async function madeApart<Answer>(module: URL, data: object, name: string): Promise<Answer> {
  const worker = new Worker(module, { workerData: data, name });
  const [answer] = (await once(worker, 'message')) as [Answer];
  await worker.terminate();
  return answer;
}
