export { Cache } from './cache.ts';
export { containerCache } from './container.ts';
export { type Entry, entrySchema, type Versions } from './entry.ts';
export { type CacheFigures, COUNTED, LEVELS, type LevelCounts, type LevelName } from './figures.ts';
export type { Level, Place } from './level.ts';
export {
  CACHED_OBJECT,
  Gone,
  type ObjectsLevel,
  objectsLevel,
  type Pieces,
  removeEndedObject,
  TooLarge,
} from './objects/index.ts';
export type { Keep } from './options.ts';
export type { CacheOptions } from './parts.ts';
export type { Kept } from './pieces.ts';
export { type ContainerNote, readNotes } from './reporting/container-note.ts';
export { type CacheTotals, totalsOf } from './reporting/counts.ts';
export { Reporter } from './reporting/report.ts';
export { tableLevel } from './table/index.ts';
