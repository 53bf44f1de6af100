import type { ProjectScope } from '../core/scope.ts';
import type { Access } from './access.ts';
import type { EmbeddingFigures } from './embeddings.ts';
import { memoryOf, payloadOf } from './payload.ts';
import { prune } from './prune.ts';
import { type Memory, type MemoryRecord, type NewMemory, recordOf } from './record.ts';
import { tenantOf } from './tenant.ts';

export type RememberOptions = {
  /** Ids of memories that this one contradicts or replaces; they are removed. */
  supersedes?: string[];
  /** Past it, the least worth keeping are pruned. */
  maxVectors?: number;
  signal?: AbortSignal;
};

/** Pruning makes room for a while, or it would run at every memory from then on. */
const PRUNED_TO = 0.9;

/** Keeps one memory; the same id again replaces it. Throws `MemoryUnavailable`. */
export const remember = async (
  access: Access,
  scope: ProjectScope,
  agent: string,
  memory: NewMemory,
  { supersedes = [], maxVectors, signal }: RememberOptions = {},
): Promise<{ memory: Memory; embedding: EmbeddingFigures }> => {
  const record = recordOf(memory, access.clock.now());
  const embedding = await keep(access, scope, agent, [record], signal);
  const store = await access.open(scope, agent, signal);
  const old = supersedes.filter((id) => id !== record.id);
  if (old.length > 0) await store.remove({ must: [store.named(old)] });
  if (maxVectors !== undefined && (await store.count({})) > maxVectors) {
    await prune(access, scope, agent, { maxVectors: Math.floor(maxVectors * PRUNED_TO) });
  }
  return { memory: memoryOf(payloadOf(tenantOf(scope, agent), record)), embedding };
};

/** Embeds and writes records, all at once. */
export const keep = async (
  access: Access,
  scope: ProjectScope,
  agent: string,
  records: MemoryRecord[],
  signal?: AbortSignal,
): Promise<EmbeddingFigures> => {
  const texts = records.map(({ text }) => text);
  const { vectors, embedding } = await access.embeddings.vectors(scope, texts, signal);
  const tenant = tenantOf(scope, agent);
  const store = await access.open(scope, agent, signal);
  await store.write(records.map((record, place) => ({ payload: payloadOf(tenant, record), vector: vectors[place]! })));
  return embedding;
};
