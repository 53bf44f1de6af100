export {
  exportAll,
  exportPart,
  importAll,
  list,
  prune,
  recall,
  remember,
  search,
  stats,
  withUses,
} from './deployed.ts';
export type { EmbeddingFigures } from './embeddings/cache.ts';
export { type AgentMemory, memoryOver } from './memory.ts';
export {
  type PublicMemory,
  publicMemory,
  publicMemorySchema,
  publicMemoryStats,
  publicMemoryStatsSchema,
} from './public-memory.ts';
export { isListCursor, type Listing } from './recall/list.ts';
export type { Recall } from './recall/search.ts';
export type { SearchFilters } from './recall/search-filter.ts';
export { keepingOf, type MemorySettings } from './record/keeping.ts';
export { type Memory, memoryId, memoryRecord, type NewMemory } from './record/memory-record.ts';
export type { RememberOptions } from './record/remember.ts';
export { forget, removeTenant } from './removal.ts';
export type { Isolation, VectorsSettings } from './store/settings.ts';
export { storedVectors } from './store/sizes.ts';
export { tenantOf } from './store/tenant.ts';
export { MemoryUnavailable } from './store/unavailable.ts';
export { isExportCursor } from './transfer/export.ts';
export { fillOf } from './upkeep/fill.ts';
export type { Forgetting } from './upkeep/forget.ts';
export type { Pruning } from './upkeep/prune.ts';
export type { SizeAlert } from './upkeep/prune-surplus.ts';
export type { MemoryStats } from './upkeep/stats.ts';
