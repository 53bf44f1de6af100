import { TABLE_SCHEMA } from '../../../shared/core/table-schema.ts';
import type { Principal } from '../services/iam/principal.ts';
import { ACCOUNT } from '../template/account.ts';

export type EndedLeases = {
  /** Address of the local DynamoDB. */
  url: string;
  operator: Principal;
  tables: { TableName: string; GlobalSecondaryIndexes?: { IndexName: string }[] }[];
  now?: () => number;
};

const DUE_INDEX = TABLE_SCHEMA.dueIndex.name;

/**
 * Makes every waiting task due at once and its lease over, and every plan and round due, before anything runs. To be called
 * when a data folder of an earlier life is opened. Returns how many there were.
 *
 * A stated deviation from AWS: there machines fail one by one, and a lease has to run out before the work goes to a
 * successor. Here the machine itself restarted, so no worker is left to hold a lease, and the messages that would have
 * called one were in memory, like the executions of plans. Without this a person would look at a dead answer for a minute after each restart.
 */
export async function endLeases({ url, operator, tables, now = Date.now }: EndedLeases): Promise<number> {
  const waiting = tables.filter((table) => table.GlobalSecondaryIndexes?.some((one) => one.IndexName === DUE_INDEX));
  if (waiting.length === 0) return 0;
  // Loaded only here: a first start, or one in memory, has nothing to end and need not wait for it.
  const { DynamoDB } = await import('@aws-sdk/client-dynamodb');
  const { accessKeyId, secretAccessKey } = operator;
  const client = new DynamoDB({
    endpoint: url,
    region: ACCOUNT.region,
    credentials: { accessKeyId, secretAccessKey },
  });
  try {
    // Just over: a lease ends *before* the sweep that looks at it, which may come in the same millisecond.
    const past = { N: String(now() - 1) };
    let count = 0;
    for (const { TableName } of waiting) {
      const pages = await waitingOf((start) =>
        client.scan({
          TableName,
          IndexName: DUE_INDEX,
          FilterExpression: '#kind in (:task, :run, :round) and #due_at > :past',
          ExpressionAttributeNames: { '#kind': 'kind', '#due_at': 'due_at' },
          ExpressionAttributeValues: {
            ':task': { S: 'task' },
            ':run': { S: 'run' },
            ':round': { S: 'round' },
            ':past': past,
          },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      for (const { pk, sk, lease_until } of pages) {
        await client.updateItem({
          TableName,
          Key: { pk: pk!, sk: sk! },
          UpdateExpression: lease_until ? 'SET #due_at = :past, #lease_until = :past' : 'SET #due_at = :past',
          ExpressionAttributeNames: { '#due_at': 'due_at', ...(lease_until && { '#lease_until': 'lease_until' }) },
          ExpressionAttributeValues: { ':past': past },
        });
        count += 1;
      }
    }
    return count;
  } finally {
    client.destroy();
  }
}

type Values = Record<string, import('@aws-sdk/client-dynamodb').AttributeValue>;
type Page = { Items?: Values[] | undefined; LastEvaluatedKey?: Values | undefined };

/** Read to the end before anything is changed: a change moves an item within the index that is being read. */
async function waitingOf(read: (start: Values | undefined) => Promise<Page>): Promise<Values[]> {
  const waiting: Values[] = [];
  let start: Values | undefined;
  do {
    const page = await read(start);
    waiting.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return waiting;
}
