import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import type { LocalCloud } from '../../infra/local/boot/cloud.ts';
import { ENV } from '../../shared/core/environment.ts';

export type TableItem = { pk: string; sk: string } & Record<string, unknown>;

/** What no client can do: looks at the table itself, and turns its clocks forward. */
export type Operator = {
  /** Every item whose partition key begins so. */
  itemsOf(prefix: string): Promise<TableItem[]>;
  /** The items of one partition whose sort key begins so, read strongly consistent. */
  partition(pk: string, prefix?: string): Promise<TableItem[]>;
  put(item: TableItem): Promise<void>;
  /**
   * As if hours had gone by: whatever waits for a time is due, every lease and deadline is over. With a kind it goes by
   * for items of that kind alone.
   */
  timePasses(kind?: 'task' | 'lane' | 'session' | 'removed_session'): Promise<void>;
  stop(): void;
};

export const operatorOf = (cloud: LocalCloud): Operator => {
  const client = new DynamoDB({
    endpoint: cloud.endpoints.dynamodb,
    region: 'us-east-1',
    credentials: cloud.credentials,
  });
  const documents = DynamoDBDocument.from(client);
  const TableName = cloud.environmentOf('my')[ENV.table];

  const scan = async (index?: string): Promise<TableItem[]> => {
    const items: TableItem[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await documents.scan({ TableName, ...(index && { IndexName: index }), ExclusiveStartKey });
      items.push(...((page.Items ?? []) as TableItem[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  };

  return {
    itemsOf: async (prefix) => (await scan()).filter(({ pk }) => pk.startsWith(prefix)),
    partition: async (pk, prefix) => {
      const items: TableItem[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const page = await documents.query({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk and begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
          ExclusiveStartKey,
        });
        items.push(...((page.Items ?? []) as TableItem[]));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
    put: async (item) => {
      await documents.put({ TableName, Item: item });
    },
    timePasses: async (kind) => {
      const past = Date.now() - 1;
      const waiting = (await scan('due')).filter((item) => kind === undefined || item.kind === kind);
      for (const { pk, sk, ...item } of waiting) {
        const times = ['due_at', 'lease_until', 'deadline'].filter((name) => name in item);
        await documents.update({
          TableName,
          Key: { pk, sk },
          UpdateExpression: `SET ${times.map((name) => `${name} = :past`).join(', ')}`,
          ExpressionAttributeValues: { ':past': past },
        });
      }
    },
    stop: () => client.destroy(),
  };
};
