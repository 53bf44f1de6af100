import type { Table } from '../table.ts';
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
    GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes?.map((index) => {
      const { id, arn } = table.indexes.find(({ name }) => name === index.IndexName)!;
      const entries = database.row<Totals>(
        'SELECT COUNT(*) AS count, COALESCE(SUM(i.size), 0) AS bytes FROM entries e JOIN items i ON i.id = e.item_id WHERE e.index_id = ?',
        id,
      )!;
      return {
        IndexName: index.IndexName,
        IndexArn: arn,
        IndexStatus: 'ACTIVE',
        KeySchema: index.KeySchema,
        Projection: index.Projection,
        ProvisionedThroughput: throughput(index.ProvisionedThroughput),
        ItemCount: entries.count,
        IndexSizeBytes: entries.bytes,
      };
    }),
  };
}

const throughput = (given = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 }) => ({
  NumberOfDecreasesToday: 0,
  ...given,
});
