import type { TableDefinition } from '../../infra/local/services/dynamodb/table.ts';
import { MEMORY_TABLE_SCHEMA, vectorAttributeOf, vectorIndexOf } from '../../shared/core/memory-table-schema.ts';

const { partitionKey, sortKey, timeIndex, searchPartition, inlineFilters } = MEMORY_TABLE_SCHEMA;
const key = (range: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/** The table of memories as CreateTable takes it, with an index for each size of vectors. */
export const memoryTable = (TableName: string, sizes: readonly number[]): TableDefinition => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: key(sortKey),
  AttributeDefinitions: [
    ...[partitionKey, sortKey, searchPartition, ...inlineFilters].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    { AttributeName: timeIndex.sortKey, AttributeType: 'N' },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: timeIndex.name,
      KeySchema: key(timeIndex.sortKey),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...timeIndex.carried] },
    },
  ],
  VectorIndexes: sizes.map((size) => ({
    IndexName: vectorIndexOf(size),
    VectorAttribute: { AttributeName: vectorAttributeOf(size) },
    Dimensions: size,
    DistanceFunction: 'COSINE',
    SearchSchema: [
      { AttributeName: searchPartition, SearchSchemaElementType: 'HASH' },
      ...inlineFilters.map((AttributeName) => ({ AttributeName, SearchSchemaElementType: 'INLINE_FILTER' as const })),
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  })),
});
