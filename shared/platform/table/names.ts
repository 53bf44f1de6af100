import { DynamoDB } from '@aws-sdk/client-dynamodb';

/** The tables whose names begin so, of the account and region that the environment leads to. */
export const tableNames = async (prefix: string): Promise<string[]> => {
  const client = new DynamoDB({});
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await client.listTables({ ExclusiveStartTableName: after });
    names.push(...(page.TableNames ?? []));
    after = page.LastEvaluatedTableName;
  } while (after !== undefined);
  client.destroy();
  return names.filter((name) => name.startsWith(prefix));
};
