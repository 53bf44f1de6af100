import type { ProjectScope } from '../../core/scope.ts';
import type { Asker, EmbeddingFigures } from '../embeddings/cache.ts';
import type { MemoryAccess } from '../store/access.ts';
import { tenantOf } from '../store/tenant.ts';
import type { MemoryRecord } from './memory-record.ts';
import { type Payload, payloadOf } from './payload.ts';

/** Embeds and writes records, all at once. */
export const writeRecords = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  records: MemoryRecord[],
  { signal, isUnique, tab }: Pick<Asker, 'signal' | 'isUnique' | 'tab'> = {},
): Promise<{ embedding: EmbeddingFigures; payloads: Payload[]; vectors: number[][] }> => {
  const texts = records.map(({ text }) => text);
  const asker = { agent, session: sessionOf(records), signal, isUnique, tab };
  const { vectors, embedding } = await access.embeddings.vectors(scope, texts, asker);
  const tenant = tenantOf(scope, agent);
  const store = await access.open(scope, agent, signal);
  const payloads = records.map((record) => payloadOf(tenant, record));
  await store.write(payloads.map((payload, index) => ({ payload, vector: vectors[index]! })));
  return { embedding, payloads, vectors };
};

/** The one session that all of them are from. */
const sessionOf = ([first, ...others]: MemoryRecord[]): string | undefined =>
  others.every(({ session_id }) => session_id === first?.session_id) ? first?.session_id : undefined;
