import type { Clock } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Gateway } from '../../gateway/index.ts';
import { VectorTable } from '../../platform/vector-table/index.ts';
import type { EmbeddingCache } from '../embeddings/cache.ts';
import { CollectionVectors } from './collection-vectors.ts';
import { Collections } from './collections.ts';
import { TableVectors } from './dynamodb/table-vectors.ts';
import { Qdrant } from './qdrant.ts';
import { type QdrantSettings, type VectorsSettings, vectorsSettings } from './settings.ts';
import { tenantOf } from './tenant.ts';
import type { TenantVectors } from './tenant-vectors.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** What removing needs. */
export type TenantOpener = {
  open(scope: ProjectScope, agent: string, signal?: AbortSignal): Promise<TenantVectors>;
};

/** What every operation on memory needs. */
export type MemoryAccess = TenantOpener & {
  embeddings: EmbeddingCache;
  /** For judgements of what contradicts what. */
  chat: Gateway['chat'];
  clock: Clock;
};

/** Opens an agent's part of the store that the settings lead to. */
export const opener = (settings: () => Promise<VectorsSettings>): TenantOpener['open'] => {
  const collectionsOf = collectionsKept();
  return async (scope, agent, signal) => {
    const current = await settings().catch((error: unknown) => {
      throw error instanceof Unavailable ? new MemoryUnavailable(error) : error;
    });
    const tenant = tenantOf(scope, agent);
    if ('table' in current) {
      return new TableVectors({ ...current, table: new VectorTable(current.table, tenant, signal), tenant, signal });
    }
    const { isolation } = current;
    return new CollectionVectors({ ...collectionsOf(current), isolation, tenant, ...(signal && { signal }) });
  };
};

/** Which collections exist is remembered for as long as the settings stay the same. */
const collectionsKept = () => {
  let known: { name: string; qdrant: Qdrant; collections: Collections } | undefined;
  return (current: QdrantSettings): { qdrant: Qdrant; collections: Collections } => {
    const name = JSON.stringify([current.url, current.apiKey]);
    if (known?.name !== name) {
      const qdrant = new Qdrant(current);
      known = { name, qdrant, collections: new Collections(qdrant) };
    }
    return known;
  };
};

/** Opens the deployment's own store, with one client for all who use it. */
export const openMemory = opener(vectorsSettings);
