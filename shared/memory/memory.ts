import { Cache, containerCache } from '../cache/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { chat, defaultEmbeddingModel, embed, type Gateway, providerSettings } from '../gateway/index.ts';
import { once } from '../platform/once.ts';
import { EmbeddingCache } from './embeddings/cache.ts';
import { KeptVectors } from './embeddings/kept-vectors.ts';
import { list } from './recall/list.ts';
import { search } from './recall/search.ts';
import { withUses } from './recall/uses.ts';
import { remember } from './record/remember.ts';
import { type MemoryAccess, opener, openMemory } from './store/access.ts';
import type { VectorsSettings } from './store/settings.ts';
import { exportAll, exportPart } from './transfer/export.ts';
import { importAll } from './transfer/import.ts';
import { forget, removeTenant } from './upkeep/forget.ts';
import { prune } from './upkeep/prune.ts';
import { stats } from './upkeep/stats.ts';

type Options = {
  settings?: () => Promise<VectorsSettings>;
  embed?: Gateway['embed'];
  chat?: Gateway['chat'];
  /** Where vectors of texts are kept. */
  cache?: () => Cache;
  clock?: Clock;
};

const deployedModel = async (): Promise<string> => defaultEmbeddingModel(await providerSettings());

type Bound<F> = F extends (access: MemoryAccess, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/**
 * The memory of agents over one vector store and one model; without settings it is the deployment's own store. `agent` is
 * always the agent's version-less key.
 */
export const memoryOver = ({
  settings,
  embed: model = embed,
  chat: judge = chat,
  cache = model === embed ? containerCache : once(() => new Cache()),
  clock = systemClock,
}: Options = {}) => {
  const open = settings ? opener(settings) : openMemory;
  const kept = new KeptVectors(cache, model === embed ? deployedModel : async () => 'the given one');
  const access: MemoryAccess = { open, embeddings: new EmbeddingCache(model, kept), chat: judge, clock };
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
    withUses: bound(withUses),
    prune: bound(prune),
    stats: bound(stats),
    exportAll: bound(exportAll),
    exportPart: bound(exportPart),
    importAll: bound(importAll),
  };
};

export type AgentMemory = ReturnType<typeof memoryOver>;
