export { MAX_ITEMS_READ, type Page, queryFiltered } from './filtered-page.ts';
export * from './keys/index.ts';
export { packText, type StoredText, unpackText } from './large-text.ts';
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
