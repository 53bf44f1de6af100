import validations from 'dynalite/validations/index.js';
import { readAccess } from '../access.ts';
import { action, type Store } from '../actions/action.ts';
import type { ReturnConsumed } from '../capacity.ts';
import { DynamoDbError, invalid } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import { project } from '../expressions/path.ts';
import type { ConditionExpression, ProjectionExpression } from '../expressions/syntax.ts';
import { oneOf, parse, type Shape, text } from '../requests.ts';
import type { VectorIndex } from '../table.ts';
import { typeOf } from '../values/attribute-value.ts';
import type { AttributeValue, Item } from '../values/types.ts';
import { comparedIn } from './search-condition.ts';
import { dot, type Indexed } from './snapshots.ts';

/** Source: developer guide, "Requirements and limitations" of vector indexes, and its quotas. */
const MAX_TOP_K = 100;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const BYTES_OF_A_NUMBER = 4;

type SearchVectors = {
  TableName: string;
  IndexName: string;
  SearchVector: AttributeValue[];
  TopK: number;
  ReturnConsumedCapacity?: ReturnConsumed;
  _filter?: ConditionExpression;
  _projection?: ProjectionExpression;
};

const NAME = { regex: '[a-zA-Z0-9_.-]+', lengthGreaterThanOrEqual: 3, lengthLessThanOrEqual: 255 };
const SHAPE: Shape = {
  types: {
    TableName: text({ notNull: true, ...NAME }),
    IndexName: text({ notNull: true, ...NAME }),
    SearchVector: { type: 'List', notNull: true, children: 'AttrStruct<ValueStruct>' },
    TopK: { type: 'Integer', notNull: true },
    FilterExpression: text(),
    ProjectionExpression: text(),
    ExpressionAttributeNames: { type: 'Map<java.lang.String>', children: 'String' },
    ExpressionAttributeValues: { type: 'Map<AttributeValue>', children: 'AttrStruct<ValueStruct>' },
    ReturnConsumedCapacity: oneOf('INDEXES', 'TOTAL', 'NONE'),
  },
  custom: (data) => validations.validateExpressions(data),
};

/** The nearest of a partition, by an exact comparison with each; DynamoDB's own search is approximate. */
export const searchVectors = action<SearchVectors>({
  parse: (body) => {
    const { SearchConditionExpression, ...rest } = body as { SearchConditionExpression?: string };
    // The condition has the grammar of a filter, so it is parsed as one.
    return parse(SHAPE, {
      ...rest,
      ...(SearchConditionExpression != null && { FilterExpression: SearchConditionExpression }),
    });
  },
  access: ({ TableName, IndexName }) => [readAccess('SearchVectors', { tableName: TableName, index: IndexName })],
  run: (request, store) => {
    const index = indexOf(request, store);
    if (request.TopK < 1 || request.TopK > MAX_TOP_K) throw invalid('Provided TopK value is out of valid range');
    const partition = comparedIn(request._filter?.expression, index)[index.hash];
    if (!partition) throw invalid('SearchConditionExpression must be provided when SearchSchema has a HASH key');
    const wanted = vectorOf(request.SearchVector, index);
    const candidates = store.vectors
      .in(index, partition)
      .filter(({ item }) => holds(request._filter!.expression, item));
    const results = nearest(candidates, wanted, request.TopK).map(({ item, score }) => ({
      Item: shown(item, request, index),
      Score: score,
    }));
    if (JSON.stringify(results).length > MAX_ANSWER_BYTES) throw invalid('The answer exceeds the limit of 16 MB');
    const searched = candidates.length * index.dimensions * BYTES_OF_A_NUMBER;
    const counted = request.ReturnConsumedCapacity ?? 'NONE';
    return {
      reply: {
        SearchResults: results,
        ...(counted !== 'NONE' && { ConsumedCapacity: { VectorSearchRequestBytes: searched } }),
      },
      usage: { readUnits: 0, writeUnits: 0, items: results.length },
    };
  },
});

function indexOf({ TableName, IndexName }: SearchVectors, store: Store): VectorIndex {
  const index = store.catalog.get(TableName).vectorIndexes.find(({ name }) => name === IndexName);
  if (index) return index;
  throw new DynamoDbError('ResourceNotFoundException', `Requested resource not found: Index: ${IndexName} not found`);
}

function vectorOf(given: AttributeValue[], { dimensions, name }: VectorIndex): Float32Array {
  if (given.length !== dimensions || given.some((value) => typeOf(value) !== 'N'))
    throw invalid(`SearchVector is not a list of ${dimensions} numbers, as the index ${name} has them`);
  return Float32Array.from(given, ({ N }) => Number(N));
}

/** Cosine distance: 0 for the same direction, 2 for the opposite one, 1 where one of the two has none. */
function nearest(candidates: Indexed[], wanted: Float32Array, limit: number): { item: Item; score: number }[] {
  const norm = Math.sqrt(dot(wanted, wanted));
  return candidates
    .map(({ item, vector, norm: other }) => {
      const length = norm * other;
      return { item, score: length === 0 ? 1 : 1 - dot(wanted, vector) / length };
    })
    .sort((a, b) => a.score - b.score)
    .slice(0, limit);
}

function shown(item: Item, { _projection }: SearchVectors, { projected, name }: VectorIndex): Item {
  if (!_projection) return item;
  const missing = _projection.paths.find(([head]) => projected !== 'all' && !projected.has(String(head)));
  if (missing) throw invalid(`One or more parameter values were invalid: ${name} does not project ${missing[0]}`);
  return project(_projection.paths, item);
}
