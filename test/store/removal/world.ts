import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { startVectors } from '../../../infra/local/stand-ins/qdrant/server.ts';
import { ENV } from '../../../shared/core/environment.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { memoryOver } from '../../../shared/memory/index.ts';
import { type Item, queryAll, ranges } from '../../../shared/store/index.ts';
import { startTestObjects } from '../../support/objects.ts';

/** A vector store and a bucket beside the table, and a memory that asks no model. */
export const withVectorsAndObjects = () => {
  const here = {} as { objects: Awaited<ReturnType<typeof startTestObjects>>; memory: ReturnType<typeof memoryOver> };
  const stops: (() => unknown)[] = [];
  beforeAll(async () => {
    const vectors = await startVectors();
    here.objects = await startTestObjects();
    const server = createServer(async (request, response) => {
      const { SecretId } = JSON.parse(await text(request)) as { SecretId: string };
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ Name: SecretId, SecretString: JSON.stringify({ url: vectors.url }) }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env[ENV.vectorsSecret] = 'vectors';
    here.memory = memoryOver({
      embed: async ({ texts }) => ({
        vectors: texts.map(() => [1, 0, 0]),
        usage: { promptTokens: 1, estimated: false },
        model: 'none',
        dimensions: 3,
        calls: 1,
      }),
    });
    stops.push(
      () => vectors.stop(),
      () => here.objects.stop(),
      () => server.close(),
    );
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  return here;
};

/** Sort keys of everything that a project holds, in all of its partitions that these ids name. */
export const itemsOf = async (
  project: ProjectScope,
  { agents = [], sessions = [], runs = [] }: { agents?: string[]; sessions?: string[]; runs?: string[] },
): Promise<string[]> => {
  const partitions = [
    ranges.project(project),
    ...agents.map((agent) => ranges.agent(project, agent)),
    ...sessions.map((session) => ranges.session(project, session)),
    ...runs.map((run) => ranges.run(project, run)),
  ];
  const found: Item[] = [];
  for (const partition of partitions) for await (const item of queryAll(partition)) found.push(item);
  return found.map(({ sk }) => sk).sort();
};
