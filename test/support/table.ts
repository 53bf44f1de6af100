import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { ENV } from '../../shared/core/environment.ts';
import { TABLE_SCHEMA } from '../../shared/core/table-schema.ts';
import { tableInput } from './table-definition.ts';

const TABLE = 'artel-test';

declare global {
  /** Outlives the modules of a test file. */
  var testTable: Promise<LocalDynamoDb> | undefined;
}

/**
 * The one table on a local DynamoDB in memory, empty, with this process's environment pointing at it as an operator who
 * may do everything. The clients in `shared/platform` read the environment once, so all test files of a process share one;
 * stopping it leaves it running for the next file.
 */
export const startTestTable = async (): Promise<LocalDynamoDb> => {
  globalThis.testTable ??= startShared();
  const table = await globalThis.testTable;
  pointTo(table.url);
  await table.clear();
  await table.resetCounts();
  return { ...table, stop: async () => undefined };
};

const OPERATOR = { accessKeyId: 'AKIDOPERATOR', secretAccessKey: 'operator' };

const startShared = (): Promise<LocalDynamoDb> =>
  startDynamoDb({
    principals: [
      {
        ...OPERATOR,
        roleName: 'operator',
        roleArn: 'arn:aws:iam::000000000000:role/operator',
        statements: [{ effect: 'Allow', actions: ['*'], resources: ['*'] }],
      },
    ],
    tables: [{ ...tableInput(TABLE), ttlAttribute: TABLE_SCHEMA.timeToLive }],
    // Tests set clocks of their own, often in the past: what they write must not vanish by the time of day.
    expiry: 'on order',
  });

const pointTo = (url: string): void => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: OPERATOR.accessKeyId,
    AWS_SECRET_ACCESS_KEY: OPERATOR.secretAccessKey,
    [ENV.table]: TABLE,
  });
};
