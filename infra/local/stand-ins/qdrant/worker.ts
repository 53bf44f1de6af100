import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Collections } from './collections.ts';
import { Disk } from './disk.ts';
import { createHttpServer } from './http.ts';

/** What `server.ts` hands to the thread, and what the thread says back. */
export type VectorsThreadData = { file: string; port: number; apiKey?: string };
export type VectorsThreadMessage = { listening: number } | { stopped: true };

const stopGrace = 2000;

const { file, port, apiKey } = workerData as VectorsThreadData;
const disk = new Disk(file);
const server = createHttpServer(new Collections(disk), apiKey);

server.listen(port, '127.0.0.1', () => {
  parentPort?.postMessage({ listening: (server.address() as AddressInfo).port } satisfies VectorsThreadMessage);
});

parentPort?.once('message', () => {
  server.close(() => {
    disk.close();
    parentPort?.postMessage({ stopped: true } satisfies VectorsThreadMessage);
    parentPort?.close();
  });
  // A client that never finishes its request must not keep the store from stopping.
  setTimeout(() => server.closeAllConnections(), stopGrace).unref();
});
