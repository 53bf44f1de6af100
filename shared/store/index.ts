export { MAX_ITEMS_READ, type Page, queryFiltered } from './filtered-page.ts';
export {
  auditKeys,
  authKeys,
  DUE_SHARDS,
  due,
  dueShard,
  idIn,
  isIn,
  type Key,
  keyOfItem,
  laneKeys,
  type Partition,
  type PrefixRange,
  pointerKeys,
  projectKeys,
  ranges,
  runKeys,
  sessionKeys,
  userKeys,
} from './keys/index.ts';
export { deleteItemsWithTexts, packText, type StoredText, unpackText } from './large-text.ts';
export { objectPrefix, removeObjects } from './project-objects.ts';
export {
  type Condition,
  deleteItem,
  deleteItems,
  getItem,
  getItems,
  type Item,
  type Outcome,
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
