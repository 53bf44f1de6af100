import type { Clock } from '../core/clock.ts';
import { Unavailable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { Collections } from './collections.ts';
import type { EmbeddingCache } from './embeddings.ts';
import { Qdrant } from './qdrant.ts';
import { type VectorsSettings, vectorsSettings } from './settings.ts';
import { tenantOf } from './tenant.ts';
import { TenantVectors } from './tenant-vectors.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** What removing needs. */
export type TenantOpener = {
  open(scope: ProjectScope, agent: string, signal?: AbortSignal): Promise<TenantVectors>;
};

/** What every operation on memory needs. */
export type MemoryAccess = TenantOpener & {
  embeddings: EmbeddingCache;
  clock: Clock;
};

/** Opens an agent's part of the store. Which collections exist is remembered for as long as the settings stay the same. */
export const opener = (settings: () => Promise<VectorsSettings>): TenantOpener['open'] => {
  let known: { name: string; qdrant: Qdrant; collections: Collections } | undefined;
  return async (scope, agent, signal) => {
    const current = await settings().catch((error: unknown) => {
      throw error instanceof Unavailable ? new MemoryUnavailable(error) : error;
    });
    const name = JSON.stringify([current.url, current.apiKey]);
    if (known?.name !== name) {
      const qdrant = new Qdrant(current);
      known = { name, qdrant, collections: new Collections(qdrant) };
    }
    const { qdrant, collections } = known;
    const tenant = tenantOf(scope, agent);
    return new TenantVectors({ qdrant, collections, isolation: current.isolation, tenant, ...(signal && { signal }) });
  };
};

/** Opens the deployment's own store, the one its secret names, with one client for all who use it. */
export const openMemory = opener(vectorsSettings);
