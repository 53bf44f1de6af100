import { createShape } from '../actions/table-shapes.ts';
import { translated } from '../errors.ts';
import { parse } from '../requests.ts';
import type { TableDefinition } from '../table.ts';
import type { Catalog } from './catalog.ts';
import type { Database } from './database.ts';

/**
 * Makes a table what its definition says: created if absent; with new indexes filled, gone ones dropped and another TTL attribute in
 * force if it was there. @throws Error when the definition is invalid, or the keys differ from those of the stored items.
 */
export function ensureTable(definition: TableDefinition, catalog: Catalog, database: Database, now: number): void {
  const wanted = checked(definition);
  const table = catalog.find(wanted.TableName);
  if (!table) {
    database.atomically(() => catalog.create(wanted, now));
    return;
  }
  if (JSON.stringify(keysOf(table.definition)) !== JSON.stringify(keysOf(wanted))) {
    throw new Error(`table ${table.name} holds items with other keys than its definition; remove its data to go on`);
  }
  if (JSON.stringify(table.definition) !== JSON.stringify(wanted))
    database.atomically(() => catalog.change(table, wanted));
}

function checked({ ttlAttribute, ...input }: TableDefinition): TableDefinition {
  try {
    const definition = parse<TableDefinition>(createShape, structuredClone(input));
    return ttlAttribute === undefined ? definition : { ...definition, ttlAttribute };
  } catch (error) {
    throw new Error(`the definition of table ${input.TableName} is invalid`, { cause: translated(error) });
  }
}

function keysOf(definition: TableDefinition): unknown {
  const type = (name: string) =>
    definition.AttributeDefinitions.find((one) => one.AttributeName === name)?.AttributeType;
  return definition.KeySchema.map(({ AttributeName }) => [AttributeName, type(AttributeName)]);
}
