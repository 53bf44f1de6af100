import type { ProjectScope } from '../../core/scope.ts';
import type { Tab } from '../../limits/index.ts';
import type { EmbeddingFigures } from '../embeddings/cache.ts';
import { askContradicted } from '../history/ask-model.ts';
import { markSuperseded, supersede } from '../history/supersede.ts';
import type { MemoryAccess } from '../store/access.ts';
import { allOf } from '../store/all.ts';
import { tenantOf } from '../store/tenant.ts';
import type { TenantVectors } from '../store/tenant-vectors.ts';
import { pruneSurplus, type SizeAlert } from '../upkeep/prune-surplus.ts';
import { type Memory, type MemoryRecord, type NewMemory, recordOf } from './memory-record.ts';
import { memoryOf, payloadOf } from './payload.ts';
import { writeRecords } from './write.ts';

export type RememberOptions = {
  /** Ids of memories that this one contradicts, beside those that are found by rule. */
  supersedes?: string[];
  /** Whether a model is asked what this one contradicts, and which. */
  judge?: { model?: string | undefined };
  /** Above it, the least valuable memories are pruned. */
  maxVectors?: number;
  signal?: AbortSignal;
  /** This text is remembered once, and nobody will ask for it elsewhere. */
  isUnique?: boolean;
  /** What its embedding is paid on, and the model's judgement. */
  tab?: Tab | undefined;
};

/** Keeps one memory; the same id again replaces it. What it contradicts is history from then on. Throws `MemoryUnavailable`. */
export const remember = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  memory: NewMemory,
  { supersedes = [], judge, maxVectors, signal, isUnique, tab }: RememberOptions = {},
): Promise<{ memory: Memory; embedding: EmbeddingFigures; alert: SizeAlert | undefined }> => {
  const record = recordOf(memory, access.clock.now());
  const store = await access.open(scope, agent, signal);
  const kept = memory.id === undefined ? record : await asItWas(store, record);
  const { embedding, payloads, vectors } = await writeRecords(access, scope, agent, [kept], { signal, isUnique, tab });
  await supersede(store, payloads);
  const named = supersedes.filter((id) => id !== record.id);
  await markSuperseded(store, named, record.id);
  const written = payloads[0];
  if (judge && written && vectors[0]) {
    const found = await askContradicted(
      access,
      { scope, agent, store, judge, signal, tab },
      { written, vector: vectors[0] },
    );
    await markSuperseded(store, found, record.id);
  }
  const alert = await pruneSurplus(access, scope, agent, maxVectors);
  return { alert, memory: memoryOf(payloadOf(tenantOf(scope, agent), kept)), embedding };
};

/** A write that is repeated makes no history current again. */
const asItWas = async (store: TenantVectors, record: MemoryRecord): Promise<MemoryRecord> => {
  const [before] = await allOf(store, { must: [store.named([record.id])] }, ['text', 'superseded_by']);
  const { superseded_by } = before ?? {};
  return superseded_by && before?.text === record.text ? { ...record, superseded_by } : record;
};
