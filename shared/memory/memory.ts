import { type Clock, systemClock } from '../core/clock.ts';
import { embed, type Gateway } from '../gateway/index.ts';
import { type MemoryAccess, opener, openMemory } from './access.ts';
import { EmbeddingCache } from './embeddings.ts';
import { forget, removeTenant } from './forget.ts';
import { list } from './list.ts';
import { prune } from './prune.ts';
import { search } from './recall.ts';
import { remember } from './remember.ts';
import type { VectorsSettings } from './settings.ts';
import { stats } from './stats.ts';
import { exportAll, exportPart, importAll } from './transfer.ts';

type Options = { settings?: () => Promise<VectorsSettings>; embed?: Gateway['embed']; clock?: Clock };

type Bound<F> = F extends (access: MemoryAccess, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/**
 * The memory of agents over one vector store and one model; without settings it is the deployment's own store. `agent` is
 * always the agent's version-less key.
 */
export const memoryOver = ({ settings, embed: model = embed, clock = systemClock }: Options = {}) => {
  const open = settings ? opener(settings) : openMemory;
  const access: MemoryAccess = { open, embeddings: new EmbeddingCache(model), clock };
  const bound = <F extends (access: MemoryAccess, ...rest: never[]) => unknown>(operation: F): Bound<F> =>
    ((...rest: never[]) => operation(access, ...rest)) as Bound<F>;
  const searched = bound(search);
  return {
    remember: bound(remember),
    search: searched,
    recall: async (...recalled: Parameters<typeof searched>) => (await searched(...recalled)).items,
    list: bound(list),
    forget: bound(forget),
    removeTenant: bound(removeTenant),
    prune: bound(prune),
    stats: bound(stats),
    exportAll: bound(exportAll),
    exportPart: bound(exportPart),
    importAll: bound(importAll),
  };
};

export type AgentMemory = ReturnType<typeof memoryOver>;
