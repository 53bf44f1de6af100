import { afterAll, beforeAll } from 'vitest';
import type { LocalDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { startTestTable } from './table.ts';

/** An empty table for a test file, to which the clients of this process lead. */
export const inTable = (): { table: LocalDynamoDb } => {
  const here = {} as { table: LocalDynamoDb };
  beforeAll(async () => {
    here.table = await startTestTable();
  });
  afterAll(() => here.table?.stop());
  return here;
};
