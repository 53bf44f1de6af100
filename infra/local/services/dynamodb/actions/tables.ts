import { tableAccess } from '../access.ts';
import { invalid } from '../errors.ts';
import { parse, text } from '../requests.ts';
import { describe } from '../storage/description.ts';
import type { IndexDefinition, TableDefinition } from '../table.ts';
import { action, NO_USAGE, type Store } from './action.ts';
import { createShape, type IndexUpdate, nameShape, updateShape } from './table-shapes.ts';

type Named = { TableName: string };
type UpdateTable = Named &
  Pick<TableDefinition, 'BillingMode' | 'ProvisionedThroughput' | 'DeletionProtectionEnabled'> & {
    AttributeDefinitions?: TableDefinition['AttributeDefinitions'];
    GlobalSecondaryIndexUpdates?: IndexUpdate[];
  };

const described = (member: string, store: Store, name: string) => ({
  reply: { [member]: describe(store.catalog.get(name), store.database) },
  usage: NO_USAGE,
});

export const createTable = action<TableDefinition>({
  parse: (body) => parse(createShape, body),
  access: ({ TableName }) => [tableAccess('CreateTable', TableName)],
  run: (definition, store) => {
    store.database.atomically(() => store.catalog.create(definition, store.now()));
    return described('TableDescription', store, definition.TableName);
  },
});

export const describeTable = action<Named>({
  parse: (body) => parse(nameShape, body),
  access: ({ TableName }) => [tableAccess('DescribeTable', TableName)],
  run: ({ TableName }, store) => described('Table', store, TableName),
});

export const deleteTable = action<Named>({
  parse: (body) => parse(nameShape, body),
  access: ({ TableName }) => [tableAccess('DeleteTable', TableName)],
  run: ({ TableName }, store) => {
    const table = store.catalog.get(TableName);
    if (table.definition.DeletionProtectionEnabled) {
      throw invalid(
        `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
      );
    }
    const description = { ...describe(table, store.database), TableStatus: 'DELETING' };
    store.database.atomically(() => store.catalog.delete(table));
    return { reply: { TableDescription: description }, usage: NO_USAGE };
  },
});

type ListTables = { Limit?: number; ExclusiveStartTableName?: string };
const MAX_NAMES = 100;

export const listTables = action<ListTables>({
  parse: (body) =>
    parse(
      {
        types: {
          Limit: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: MAX_NAMES },
          ExclusiveStartTableName: text(),
        },
      },
      body,
    ),
  access: () => [{ action: 'dynamodb:ListTables', resource: '*' }],
  run: ({ Limit = MAX_NAMES, ExclusiveStartTableName: start }, store) => {
    const names = store.catalog.list().map(({ name }) => name);
    const following = start === undefined ? names : names.filter((name) => name > start);
    const shown = following.slice(0, Limit);
    const last = following.length > Limit ? shown.at(-1) : undefined;
    return { reply: { TableNames: shown, LastEvaluatedTableName: last }, usage: NO_USAGE };
  },
});

export const updateTable = action<UpdateTable>({
  parse: (body) => parse(updateShape, body),
  access: ({ TableName }) => [tableAccess('UpdateTable', TableName)],
  run: ({ GlobalSecondaryIndexUpdates: updates = [], AttributeDefinitions, ...changes }, store) => {
    const table = store.catalog.get(changes.TableName);
    const indexes = updates.reduce(withUpdate, table.definition.GlobalSecondaryIndexes ?? []);
    const definition: TableDefinition = {
      ...table.definition,
      ...changes,
      AttributeDefinitions: merged(table.definition.AttributeDefinitions, AttributeDefinitions ?? []),
      GlobalSecondaryIndexes: indexes.length > 0 ? indexes : undefined,
    };
    if (changes.BillingMode === 'PAY_PER_REQUEST') delete definition.ProvisionedThroughput;
    const { ttlAttribute, DeletionProtectionEnabled, ...judged } = definition;
    parse(createShape, structuredClone(judged));
    store.database.atomically(() => store.catalog.change(table, definition));
    return described('TableDescription', store, table.name);
  },
});

function withUpdate(indexes: IndexDefinition[], { Create, Delete }: IndexUpdate): IndexDefinition[] {
  const name = Create?.IndexName ?? Delete?.IndexName;
  const exists = indexes.some(({ IndexName }) => IndexName === name);
  if (Create && !Delete) {
    if (exists) throw invalid(`Attempting to create an index which already exists: ${name}`);
    return [...indexes, Create];
  }
  if (!Delete || Create) throw invalid('an index update is either Create or Delete');
  if (!exists) throw invalid(`Requested resource not found: Index: ${name} not found`);
  return indexes.filter(({ IndexName }) => IndexName !== name);
}

function merged(known: TableDefinition['AttributeDefinitions'], more: TableDefinition['AttributeDefinitions']) {
  const names = new Set(more.map(({ AttributeName }) => AttributeName));
  return [...known.filter(({ AttributeName }) => !names.has(AttributeName)), ...more];
}
