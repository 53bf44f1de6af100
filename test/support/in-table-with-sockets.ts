import { afterAll, beforeAll } from 'vitest';
import { inTable } from './in-table.ts';
import { type SocketEndpoints, startSocketEndpoints } from './socket-endpoints.ts';

/** An empty table for a test file, and sockets that note what is posted to them. */
export const inTableWithSockets = (): ReturnType<typeof inTable> & { sockets: SocketEndpoints } => {
  const here = inTable() as ReturnType<typeof inTable> & { sockets: SocketEndpoints };
  beforeAll(async () => {
    here.sockets = await startSocketEndpoints();
  });
  afterAll(() => here.sockets?.stop());
  return here;
};
