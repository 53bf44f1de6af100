import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_SCHEMA } from '../../core/table-schema.ts';
import { required } from '../configuration.ts';
import { client } from './client.ts';
import type { Key } from './expressions.ts';

const { partitionKey: pk, sortKey: sk } = TABLE_SCHEMA;

/**
 * The keys of the whole table, page after page, in no order. It reads, and is charged for, every item: for an operator who
 * looks for what nothing leads to. No function's role allows it.
 */
export async function* scanKeys(): AsyncGenerator<Key[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client().send(
      new ScanCommand({
        TableName: required('table'),
        ProjectionExpression: '#pk, #sk',
        ExpressionAttributeNames: { '#pk': pk, '#sk': sk },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    yield (page.Items ?? []) as Key[];
    start = page.LastEvaluatedKey;
  } while (start);
}
