export { batchesOf } from './batches.ts';
export { type Bound, createBounded } from './bounded.ts';
export { cursorKey, readCursorKey } from './cursor-key.ts';
export { EXPIRING_TEXT, expectObject, keepText, keptText, removeExpiredText } from './expiring-text.ts';
export { MAX_ITEMS_READ, type Page, queryFiltered } from './filtered-page.ts';
export {
  accountKeys,
  auditKeys,
  authKeys,
  type CacheScope,
  CONFIGURATION,
  cacheKeys,
  DUE_SHARDS,
  directoryRanges,
  due,
  dueShard,
  type ItemKind,
  type ItemPlace,
  idIn,
  isIn,
  isSameKey,
  type Key,
  keyOfItem,
  laneKeys,
  type Partition,
  type PrefixRange,
  partitionOfItem,
  placeOf,
  pointerKeys,
  projectKeys,
  ranges,
  rateKeys,
  runKeys,
  sessionKeys,
  userKeys,
} from './keys/index.ts';
export { deleteItemsWithTexts, deleteTexts, packText, type StoredText, unpackText } from './large-text.ts';
export {
  LAST_LOOKS,
  LAST_WRITES,
  lastLookWrite,
  REMOVED_AGENT,
  REMOVED_SESSION,
  REMOVED_USER,
  readRemoved,
} from './last-look.ts';
export {
  cacheFolder,
  objectPrefix,
  removeObjects,
  removeObjectsOfUser,
  removeTexts,
  uploadedObject,
} from './project-objects.ts';
export { recentItem } from './recent.ts';
export {
  type Condition,
  countDue,
  type DuePosition,
  deleteItem,
  deleteItems,
  getEach,
  getItem,
  getItems,
  type Item,
  type Outcome,
  peekItem,
  putItem,
  type Query,
  queryAll,
  queryDue,
  queryPage,
  type StoredItem,
  transact,
  updateItem,
  type Write,
} from './table.ts';
export { SCHEMA_VERSION } from './version.ts';
