export type { Condition, Item, Key, Write } from './expressions.ts';
export {
  countDue,
  type DuePosition,
  getItem,
  getItems,
  peekItem,
  type Query,
  queryAll,
  queryDue,
  queryPage,
} from './reads.ts';
export { deleteItem, deleteItems, type Outcome, putItem, transact, updateItem } from './writes.ts';
