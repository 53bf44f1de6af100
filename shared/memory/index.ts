import { memoryOver } from './memory.ts';

export type { EmbeddingFigures } from './embeddings.ts';
export type { Forgetting } from './forget.ts';
export { isListCursor, type Listing } from './list.ts';
export { type AgentMemory, memoryOver } from './memory.ts';
export type { Pruning } from './prune.ts';
export {
  type PublicMemory,
  publicMemory,
  publicMemorySchema,
  publicMemoryStats,
  publicMemoryStatsSchema,
} from './public-memory.ts';
export type { Recall } from './recall.ts';
export { factId, type Memory, memoryRecord, type NewMemory } from './record.ts';
export type { RememberOptions } from './remember.ts';
export type { SearchFilters } from './search-filter.ts';
export type { Isolation, VectorsSettings } from './settings.ts';
export { storedVectors } from './sizes.ts';
export type { MemoryStats } from './stats.ts';
export { tenantOf } from './tenant.ts';
export { isExportCursor } from './transfer.ts';
export { MemoryUnavailable } from './unavailable.ts';

/** The deployment's own memory, in the store its secret names. */
export const { remember, search, recall, list, forget, removeTenant, prune, stats, exportAll, exportPart, importAll } =
  memoryOver();
