import { readAccess } from '../access.ts';
import { invalid } from '../errors.ts';
import { parse, SHAPES } from '../requests.ts';
import type { Range } from '../storage/ranges.ts';
import { type KeyNames, namesOf } from '../table.ts';
import { partitionBytes, segmentBounds, sortBytes } from '../values/key-bytes.ts';
import type { Item } from '../values/types.ts';
import { action, type Store } from './action.ts';
import { type KeyCondition, keyRange } from './key-range.ts';
import { type Paged, page } from './page.ts';

type Query = Paged & { KeyConditions: Record<string, KeyCondition>; ScanIndexForward?: boolean };
type Scan = Paged & { Segment?: number; TotalSegments?: number };

export const query = action<Query>({
  parse: (body) => parse(SHAPES.Query, body),
  access: (request, store) => {
    const hash = namesRead(request, store)?.hash;
    const partition = hash === undefined ? undefined : request.KeyConditions[hash]?.AttributeValueList[0];
    return [readAccess('Query', { tableName: request.TableName, index: request.IndexName, key: partition })];
  },
  run: (request, store) => {
    const table = store.catalog.get(request.TableName);
    const index = request.IndexName === undefined ? undefined : store.catalog.index(table, request.IndexName);
    const names = index ?? table;
    const range = keyRange(request.KeyConditions, names, table);
    const filtered = namesOf(names).find((name) => request._filter?.pathHeads[name]);
    if (filtered !== undefined) {
      throw invalid(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${filtered}`,
      );
    }
    if (request.ExclusiveStartKey) checkWithin(request.ExclusiveStartKey, names, range);
    return page(request, table, index, range, request.ScanIndexForward === false, store);
  },
});

export const scan = action<Scan>({
  parse: (body) => parse(SHAPES.Scan, body),
  access: ({ TableName, IndexName }) => [readAccess('Scan', { tableName: TableName, index: IndexName })],
  run: (request, store) => {
    const table = store.catalog.get(request.TableName);
    const index = request.IndexName === undefined ? undefined : store.catalog.index(table, request.IndexName);
    const { Segment, TotalSegments } = request;
    const hashes = TotalSegments === undefined ? undefined : segmentBounds(Segment!, TotalSegments);
    return page(request, table, index, { hashes }, false, store);
  },
});

function namesRead({ TableName, IndexName }: Query, store: Store): KeyNames | undefined {
  const table = store.catalog.find(TableName);
  return IndexName === undefined ? table : table?.indexes.find(({ name }) => name === IndexName);
}

/** A start outside what the query reads is a mistake of the caller's, not an empty page. */
function checkWithin(start: Item, names: KeyNames, { hash, from, to }: Range): void {
  const partition = start[names.hash];
  if (!partition || Buffer.compare(partitionBytes(partition), hash!) !== 0) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  }
  const sort = names.range === undefined ? undefined : start[names.range];
  if (!sort) return;
  const bytes = sortBytes(sort);
  const early = from && Buffer.compare(bytes, from.at) < (from.open ? 1 : 0);
  const late = to && Buffer.compare(bytes, to.at) > (to.open ? -1 : 0);
  if (early || late) throw invalid('The provided starting key does not match the range key predicate');
}
