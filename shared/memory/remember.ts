import type { ProjectScope } from '../core/scope.ts';
import type { MemoryAccess } from './access.ts';
import type { EmbeddingFigures } from './embeddings.ts';
import { memoryOf, payloadOf } from './payload.ts';
import { prune } from './prune.ts';
import { type Memory, type MemoryRecord, type NewMemory, recordOf } from './record.ts';
import { tenantOf } from './tenant.ts';

export type RememberOptions = {
  /** Ids of memories that this one contradicts or replaces; they are removed. */
  supersedes?: string[];
  /** Above it, the least valuable memories are pruned. */
  maxVectors?: number;
  signal?: AbortSignal;
};

/** Pruning leaves some room, or it would run for every further memory. */
const PRUNE_TARGET = 0.9;

/** Keeps one memory; the same id again replaces it. Throws `MemoryUnavailable`. */
export const remember = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  memory: NewMemory,
  { supersedes = [], maxVectors, signal }: RememberOptions = {},
): Promise<{ memory: Memory; embedding: EmbeddingFigures }> => {
  const record = recordOf(memory, access.clock.now());
  const embedding = await writeRecords(access, scope, agent, [record], signal);
  const store = await access.open(scope, agent, signal);
  const old = supersedes.filter((id) => id !== record.id);
  if (old.length > 0) await store.remove({ must: [store.named(old)] });
  await pruneSurplus(access, scope, agent, maxVectors);
  return { memory: memoryOf(payloadOf(tenantOf(scope, agent), record)), embedding };
};

/** Prunes an agent that has more than `maxVectors` memories; without a limit there is nothing to do. */
export const pruneSurplus = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  maxVectors: number | undefined,
): Promise<void> => {
  if (maxVectors === undefined) return;
  const store = await access.open(scope, agent);
  if ((await store.count({})) <= maxVectors) return;
  await prune(access, scope, agent, { maxVectors: Math.floor(maxVectors * PRUNE_TARGET) });
};

/** Embeds and writes records, all at once. */
export const writeRecords = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  records: MemoryRecord[],
  signal?: AbortSignal,
): Promise<EmbeddingFigures> => {
  const texts = records.map(({ text }) => text);
  const { vectors, embedding } = await access.embeddings.vectors(scope, texts, {
    agent,
    session: sessionOf(records),
    signal,
  });
  const tenant = tenantOf(scope, agent);
  const store = await access.open(scope, agent, signal);
  await store.write(records.map((record, index) => ({ payload: payloadOf(tenant, record), vector: vectors[index]! })));
  return embedding;
};

/** The one session that all of them are from. */
const sessionOf = ([first, ...others]: MemoryRecord[]): string | undefined =>
  others.every(({ session_id }) => session_id === first?.session_id) ? first?.session_id : undefined;
