import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { ENV } from '../../shared/core/environment.ts';
import { TABLE_SCHEMA } from '../../shared/core/table-schema.ts';
import { tableInput } from './table-definition.ts';

const TABLE = 'artel-test';

let shared: Promise<LocalDynamoDb> | undefined;

/**
 * The one table on a local DynamoDB in memory, empty, with this process's environment pointing at it as an operator who
 * may do everything. The clients in `shared/platform` read the environment once, so all test files of a process share one;
 * stopping it leaves it running for the next file.
 */
export const startTestTable = async (): Promise<LocalDynamoDb> => {
  shared ??= startShared();
  const table = await shared;
  await table.clear();
  await table.resetCounts();
  return { ...table, stop: async () => undefined };
};

const startShared = async (): Promise<LocalDynamoDb> => {
  const dynamoDb = await startDynamoDb({
    principals: [
      {
        accessKeyId: 'AKIDOPERATOR',
        secretAccessKey: 'operator',
        roleName: 'operator',
        roleArn: 'arn:aws:iam::000000000000:role/operator',
        statements: [{ effect: 'Allow', actions: ['*'], resources: ['*'] }],
      },
    ],
    tables: [{ ...tableInput(TABLE), ttlAttribute: TABLE_SCHEMA.timeToLive }],
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDOPERATOR',
    AWS_SECRET_ACCESS_KEY: 'operator',
    [ENV.table]: TABLE,
  });
  return dynamoDb;
};
