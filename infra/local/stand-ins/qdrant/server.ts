import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { VectorsThreadData, VectorsThreadMessage } from './worker.ts';

export type VectorsOptions = {
  /** SQLite file; without one nothing outlives `stop`. */
  file?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Demanded in the header `api-key` of every request when set. */
  apiKey?: string;
};

/** Requests leave little behind. With the room V8 gives by default, three times 16 MB would be resident for good. */
const youngGenerationMb = 12;

export type Vectors = { url: string; stop(): Promise<void> };

/** Starts the vector store in a thread of its own, so that a scan holds up nothing else; resolves once it listens. */
export async function startVectors({ file = ':memory:', port = 0, apiKey }: VectorsOptions = {}): Promise<Vectors> {
  const data: VectorsThreadData = { file, port, apiKey };
  // Flags of the parent (an --input-type, a loader) are not meant for this thread.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: data,
    name: 'vectors',
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  });
  const [message] = (await once(worker, 'message')) as [VectorsThreadMessage];
  if (!('listening' in message)) throw new Error('The vector store stopped before it listened');
  return {
    url: `http://127.0.0.1:${message.listening}`,
    async stop() {
      const exited = once(worker, 'exit');
      worker.postMessage('stop');
      await exited;
    },
  };
}
