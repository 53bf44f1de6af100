import { randomUUID } from 'node:crypto';
import { embed as vectorOf } from '../../infra/local/stand-ins/offline-model/embedding.ts';
import { startVectors } from '../../infra/local/stand-ins/qdrant/server.ts';
import { authenticated, type ProjectScope } from '../../shared/core/scope.ts';
import type { Gateway } from '../../shared/gateway/index.ts';
import { type Isolation, memoryOver } from '../../shared/memory/index.ts';

const DIMENSIONS = 256;

/** Embeds without a provider, and counts. */
export const countedEmbedding = (dimensions = DIMENSIONS) => {
  const asked: string[][] = [];
  const embed: Gateway['embed'] = async ({ texts }) => {
    asked.push(texts);
    const vectors = texts.map((text) => [...vectorOf(text, dimensions)]);
    return { vectors, usage: { promptTokens: texts.length, estimated: false }, model: 'test', dimensions, calls: 1 };
  };
  return { asked, embed };
};

/** A Qdrant of the person who runs the tests, or a local store. */
export const vectorStore = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  const url = process.env.QDRANT_URL;
  return url ? { url, stop: async () => undefined } : startVectors();
};

export const memoryAt = (
  url: string,
  isolation: Isolation,
  { embed, now }: { embed?: Gateway['embed']; now?: () => number } = {},
) =>
  memoryOver({
    settings: async () => ({ url, isolation }),
    embed: embed ?? countedEmbedding().embed,
    ...(now && { clock: { now } }),
  });

/** A person nobody else is, so that tests share a store without meeting. */
export const someone = (project = 'default'): ProjectScope =>
  authenticated({ userId: randomUUID().replaceAll('-', '') }).inProject(project);
