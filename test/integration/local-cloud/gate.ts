import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose answers are held back, so that it is the test that says how long those who ask it work. */
export type Gate = {
  url: string;
  /** Resolves once so many wait for their answers. */
  waiting(count: number): Promise<void>;
  letGo(): void;
  stop(): void;
};

export const openGate = async (): Promise<Gate> => {
  const held: ServerResponse[] = [];
  const arrivals = new EventEmitter();
  const server = createServer((_, response) => {
    held.push(response);
    arrivals.emit('arrived');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waiting: async (count) => {
      while (held.length < count) await once(arrivals, 'arrived');
    },
    letGo: () => {
      for (const response of held.splice(0)) response.end();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
