import { randomUUID } from 'node:crypto';
import { DynamoDB, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import type { Principal, Statement } from '../../infra/local/services/iam/principal.ts';
import { tableInput } from '../support/table-definition.ts';

export function role(name: string, ...statements: Statement[]): Principal {
  const roleArn = `arn:aws:iam::000000000000:role/${name}`;
  return { accessKeyId: name, secretAccessKey: 'secret', roleName: name, roleArn, statements };
}

export const everything: Statement = { effect: 'Allow', actions: ['*'], resources: ['*'] };

export function clientFor(url: string, accessKeyId = 'admin', maxAttempts = 3): DynamoDBDocument {
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  const client = new DynamoDB({ endpoint: url, region: 'us-east-1', credentials, maxAttempts });
  return DynamoDBDocument.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

export type Target = { table: string; documents: DynamoDBDocument; dynamo: DynamoDB; stop(): Promise<void> };

/** A fresh table at `DYNAMODB_ENDPOINT` if that is set (Amazon's DynamoDB Local), else in a server of ours. */
export async function openTarget(): Promise<Target> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const own: LocalDynamoDb | undefined = endpoint
    ? undefined
    : await startDynamoDb({ principals: [role('admin', everything)], tables: [] });
  const documents = clientFor(endpoint ?? own!.url);
  const credentials = { accessKeyId: 'admin', secretAccessKey: 'secret' };
  const dynamo = new DynamoDB({ endpoint: endpoint ?? own!.url, region: 'us-east-1', credentials });
  const table = `contract-${randomUUID()}`;
  await dynamo.createTable(tableInput(table));
  await waitUntilTableExists({ client: dynamo, minDelay: 1, maxDelay: 1, maxWaitTime: 20 }, { TableName: table });
  const stop = async () => {
    await dynamo.deleteTable({ TableName: table });
    documents.destroy();
    dynamo.destroy();
    await own?.stop();
  };
  return { table, documents, dynamo, stop };
}
