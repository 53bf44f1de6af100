import dynaliteCreate from 'dynalite/validations/createTable.js';
import { text } from '../requests.ts';
import type { TableDefinition, VectorIndexDefinition } from '../table.ts';

/** Quotas of the developer guide ("Vector indexes"). */
const MAX_DIMENSIONS = 4_096;
const MAX_INDEXES = 5;

const attribute = text({ notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 });
const list = (of: string, children: object) => ({
  type: 'List',
  lengthGreaterThanOrEqual: 1,
  children: { type: `ValueStruct<${of}>`, children },
});

/**
 * What is supported of a vector index: cosine distance, keys alone carried, and a partition key in the search schema.
 * Any other is refused. Its parts are those of CreateTable in the API reference.
 */
export const vectorIndexesType = list('VectorIndex', {
  IndexName: text({
    notNull: true,
    regex: '[a-zA-Z0-9_.-]+',
    lengthGreaterThanOrEqual: 3,
    lengthLessThanOrEqual: 255,
  }),
  VectorAttribute: {
    type: 'FieldStruct<VectorAttributeDefinition>',
    notNull: true,
    children: { AttributeName: attribute },
  },
  Dimensions: { type: 'Long', notNull: true, greaterThanOrEqual: 1, lessThanOrEqual: MAX_DIMENSIONS },
  DistanceFunction: text({ notNull: true, enum: ['COSINE'] }),
  SearchSchema: {
    ...list('SearchSchemaElement', {
      AttributeName: attribute,
      SearchSchemaElementType: text({ notNull: true, enum: ['HASH', 'INLINE_FILTER'] }),
    }),
    notNull: true,
  },
  Projection: {
    type: 'FieldStruct<Projection>',
    notNull: true,
    children: { ProjectionType: text({ notNull: true, enum: ['KEYS_ONLY'] }) },
  },
});

/** What goes beyond types: dynalite's checks, which know nothing of vector indexes, and those of vector indexes. */
export function checkTable(data: object, store: object): string | undefined {
  const { VectorIndexes: indexes = [], ...plain } = data as TableDefinition;
  const keys = [plain, ...(plain.GlobalSecondaryIndexes ?? []), ...(plain.LocalSecondaryIndexes ?? [])]
    .flatMap(({ KeySchema }) => KeySchema)
    .map(({ AttributeName }) => AttributeName);
  const searched = indexes.flatMap(({ SearchSchema }) => SearchSchema).map(({ AttributeName }) => AttributeName);
  const defined = plain.AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  const onlySearched = (name: string) => searched.includes(name) && !keys.includes(name);
  const AttributeDefinitions = plain.AttributeDefinitions.filter(({ AttributeName }) => !onlySearched(AttributeName));
  const problem = dynaliteCreate.custom?.({ ...plain, AttributeDefinitions }, store);
  if (problem || indexes.length === 0) return problem;
  if (plain.BillingMode !== 'PAY_PER_REQUEST') return 'Vector indexes are supported only on tables on demand';
  if (indexes.length > MAX_INDEXES) return `The number of vector indexes exceeds the limit of ${MAX_INDEXES}`;
  if (searched.some((name) => !defined.includes(name)))
    return 'One element in SearchSchema is not defined in attribute definitions';
  return indexes.map((index) => problemOf(index, indexes, keys)).find((one) => one !== undefined);
}

function problemOf(index: VectorIndexDefinition, all: VectorIndexDefinition[], keys: string[]): string | undefined {
  const name = index.VectorAttribute.AttributeName;
  const partitions = index.SearchSchema.filter(({ SearchSchemaElementType: type }) => type === 'HASH');
  if (partitions.length !== 1) return 'the local DynamoDB supports vector indexes with one partition key only';
  if (keys.includes(name)) return `The vector attribute ${name} is part of a key`;
  const sizes = all
    .filter(({ VectorAttribute }) => VectorAttribute.AttributeName === name)
    .map((one) => one.Dimensions);
  if (new Set(sizes).size > 1) return `All vector indexes of the attribute ${name} must have the same dimensions`;
  return undefined;
}
