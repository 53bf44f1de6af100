import type { Index, Table } from '../table.ts';
import type { Database } from './database.ts';

type Totals = { count: number; bytes: number };

/** The TableDescription of a table. Counts are exact here; in AWS they are hours old. */
export function describe(table: Table, database: Database): Record<string, unknown> {
  const { definition } = table;
  const totals = database.row<Totals>(
    'SELECT COUNT(*) AS count, COALESCE(SUM(size), 0) AS bytes FROM items WHERE table_id = ?',
    table.id,
  )!;
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableStatus: 'ACTIVE',
    CreationDateTime: table.createdAt,
    KeySchema: definition.KeySchema,
    AttributeDefinitions: definition.AttributeDefinitions,
    ProvisionedThroughput: throughput(definition.ProvisionedThroughput),
    BillingModeSummary: { BillingMode: definition.BillingMode ?? 'PROVISIONED' },
    DeletionProtectionEnabled: definition.DeletionProtectionEnabled ?? false,
    ItemCount: totals.count,
    TableSizeBytes: totals.bytes,
    GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes?.map((index) => ({
      ...index,
      ...figures(table.indexes, index.IndexName, database),
      IndexStatus: 'ACTIVE',
      ProvisionedThroughput: throughput(index.ProvisionedThroughput),
    })),
    LocalSecondaryIndexes: definition.LocalSecondaryIndexes?.map((index) => ({
      ...index,
      ...figures(table.indexes, index.IndexName, database),
    })),
    // There is no backfilling here: an index is complete when it is there.
    VectorIndexes: definition.VectorIndexes?.map((index) => ({
      ...index,
      ...figures(table.vectorIndexes, index.IndexName, database),
      IndexStatus: 'ACTIVE',
    })),
  };
}

function figures(indexes: Index[], name: string, database: Database): Record<string, unknown> {
  const { id, arn } = indexes.find((one) => one.name === name)!;
  const entries = database.row<Totals>(
    'SELECT COUNT(*) AS count, COALESCE(SUM(i.size), 0) AS bytes FROM entries e JOIN items i ON i.id = e.item_id WHERE e.index_id = ?',
    id,
  )!;
  return { IndexArn: arn, ItemCount: entries.count, IndexSizeBytes: entries.bytes };
}

const throughput = (given = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 }) => ({
  NumberOfDecreasesToday: 0,
  ...given,
});
