import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { clockOf } from './clock.ts';
import { createHttpServer } from './http.ts';
import type { NumberedOrder, Order, Report, Startup } from './messages.ts';
import { Service } from './service.ts';

/** TTL deletion is late by design; readers filter. A minute is early compared with AWS. */
const SWEEP_EVERY_MS = 60_000;

if (!parentPort) throw new Error('this file is the entry point of a worker thread');
const port = parentPort;
const { clock, expiry, ...startup } = workerData as Startup;
const service = new Service({ ...startup, now: clockOf(clock), onFailure: warn });
const server = createHttpServer(service, warn);
const sweep = expiry === 'each minute' ? setInterval(sweepNow, SWEEP_EVERY_MS) : undefined;

port.on('message', ({ number, order }: NumberedOrder) => {
  obey(order).then(
    (result) => report({ kind: 'done', number, result }),
    (error: Error) => report({ kind: 'failed', number, error }),
  );
});

server.listen(0, '127.0.0.1');
await once(server, 'listening');
report({ kind: 'listening', port: (server.address() as AddressInfo).port });

/** What cannot be deleted now, because the disk is full say, is deleted in a minute. */
function sweepNow(): void {
  try {
    service.expireNow();
  } catch (error) {
    warn(error);
  }
}

function report(message: Report): void {
  port.postMessage(message);
}

async function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'counts':
      return service.counts();
    case 'reset-counts':
      return service.resetCounts();
    case 'expire':
      return service.expireNow();
    case 'clear':
      return service.clear();
    case 'fault':
      return service.injectFault(order);
    case 'latency':
      return service.delayReplies(order.milliseconds);
    case 'stop':
      return stop();
  }
}

/** Calls are synchronous, so none is in progress here: a request without a reply has not been started. */
async function stop(): Promise<void> {
  clearInterval(sweep);
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  service.close();
  // The answer to this order is still to be posted; afterwards nothing keeps the thread alive.
  setImmediate(() => port.close());
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
}
