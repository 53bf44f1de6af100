import { expect, test } from 'vitest';
import { Service } from '../../../../../../infra/local/services/dynamodb/service.ts';
import { Database } from '../../../../../../infra/local/services/dynamodb/storage/database.ts';

/* Requirements: OPS7. */

const TABLE = {
  TableName: 'things',
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' as const }],
};
const principal = {
  accessKeyId: 'alice',
  secretAccessKey: 'secret',
  roleName: 'alice',
  roleArn: 'arn:aws:iam::000000000000:role/alice',
  statements: [{ effect: 'Allow' as const, actions: ['dynamodb:*'], resources: ['*'] }],
};

/** SQLite answers a page beyond the last one allowed as it does a page for which the disk has no room. */
const withPages = (database: Database, pages: number) => database.row(`PRAGMA max_page_count = ${pages}`);

test('R12: with a full disk a write is refused and says why, and the next one is stored when there is room again', () => {
  const database = new Database(undefined);
  const told: unknown[] = [];
  const service = new Service({
    database,
    principals: [principal],
    tables: [TABLE],
    now: () => 0,
    onFailure: (error) => told.push(error),
  });
  const put = (pk: string) =>
    service.handle(
      'PutItem',
      { TableName: 'things', Item: { pk: { S: pk }, text: { S: 'x'.repeat(10_000) } } },
      'alice',
    );
  const read = (pk: string) =>
    service.handle('GetItem', { TableName: 'things', Key: { pk: { S: pk } } }, 'alice') as { body: { Item?: object } };

  expect(put('first')).toMatchObject({ status: 200 });
  withPages(database, 20);
  const refused = Array.from({ length: 20 }, (_, at) => put(`more-${at}`)).filter(
    (reply) => reply !== 'dropped' && reply.status !== 200,
  );
  expect(refused.length).toBeGreaterThan(1);
  expect(refused[0]).toMatchObject({ status: 500, body: { message: expect.stringContaining('The disk is full') } });
  expect(told).toEqual([expect.objectContaining({ message: expect.stringContaining('The disk is full') })]);
  expect(read('first').body.Item).toBeDefined();
  expect(read('more-19').body.Item).toBeUndefined();

  withPages(database, 10_000);
  expect(put('more-19')).toMatchObject({ status: 200 });
  expect(read('more-19').body.Item).toBeDefined();
  service.close();
});
