import type { Clock } from '../core/clock.ts';
import { Unavailable } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { Collections } from './collections.ts';
import type { EmbeddingCache } from './embeddings.ts';
import { Qdrant } from './qdrant.ts';
import type { VectorsSettings } from './settings.ts';
import { tenantOf } from './tenant.ts';
import { TenantVectors } from './tenant-vectors.ts';
import { MemoryUnavailable } from './unavailable.ts';

/** What every operation on memory needs. */
export type Access = {
  open(scope: ProjectScope, agent: string, signal?: AbortSignal): Promise<TenantVectors>;
  embeddings: EmbeddingCache;
  clock: Clock;
};

/** Opens an agent's part of the store. Which collections exist is remembered for as long as the settings stay the same. */
export const opener = (settings: () => Promise<VectorsSettings>): Access['open'] => {
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
