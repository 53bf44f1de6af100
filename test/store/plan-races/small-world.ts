import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ENV } from '../../../shared/core/environment.ts';
import { type RecordedQueues, startRecordedQueues } from '../../support/recorded-queues.ts';
import { startSocketEndpoints } from '../../support/socket-endpoints.ts';
import { startTestTable } from '../../support/table.ts';
import { SteppedTable } from './stepped-table.ts';

/** One table behind a door, queues that only take notes, and a provider nobody asks: what a plan's programs need. */
export type SmallWorld = { table: SteppedTable; queues: RecordedQueues; stop(): Promise<void> };

export const startSmallWorld = async (): Promise<SmallWorld> => {
  const database = await startTestTable();
  const [table, queues, sockets, secrets] = await Promise.all([
    SteppedTable.before(database.url),
    startRecordedQueues(),
    startSocketEndpoints(),
    startProviderSecret(),
  ]);
  process.env[ENV.logLevel] = 'SILENT';
  return {
    table,
    queues,
    stop: async () => {
      await table.stop();
      await Promise.all([queues.stop(), sockets.stop(), secrets.stop(), database.stop()]);
    },
  };
};

/** Secrets Manager, as far as it is asked here: which model the agents have, for what a plan is estimated to cost. */
export const startProviderSecret = async (): Promise<{ stop(): Promise<void> }> => {
  const SecretString = JSON.stringify({ base_url: 'http://127.0.0.1:9', api_key: 'none', model: 'scripted' });
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: 'provider', SecretString }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env[ENV.providerSecret] = 'provider';
  process.env[ENV.embeddingModel] = 'text-embedding-3-small';
  return {
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
