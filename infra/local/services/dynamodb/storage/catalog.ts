import { DynamoDbError, invalid } from '../errors.ts';
import { type Index, keyNames, type Table, type TableDefinition, tableArn } from '../table.ts';
import type { Database } from './database.ts';
import { type AnyIndex, definedIn, secondaryIndexes, signature, vectorIndexes } from './indexes.ts';
import type { Items } from './items.ts';

type Row = { id: number; name: string; definition: string; created_at: number };

/** The tables that exist, kept in memory and on disk. Every change is made inside a transaction of the caller. */
export class Catalog {
  readonly #database: Database;
  readonly #items: Items;
  readonly #tables = new Map<string, Table>();

  constructor(database: Database, items: Items) {
    this.#database = database;
    this.#items = items;
    for (const row of database.rows<Row>('SELECT * FROM tables')) this.#tables.set(row.name, this.#read(row));
  }

  list(): Table[] {
    return [...this.#tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(name: string): Table | undefined {
    return this.#tables.get(name);
  }

  get(name: string): Table {
    const table = this.#tables.get(name);
    if (!table)
      throw new DynamoDbError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
    return table;
  }

  /** An index that queries and scans read. */
  index(table: Table, name: string): Index {
    const index = table.indexes.find((candidate) => candidate.name === name);
    if (table.vectorIndexes.some((candidate) => candidate.name === name))
      throw invalid(`${name} is a vector index, which only SearchVectors reads`);
    if (!index) throw invalid(`The table does not have the specified index: ${name}`);
    return index;
  }

  create(definition: TableDefinition, now: number): Table {
    const { TableName: name } = definition;
    if (this.#tables.has(name)) throw new DynamoDbError('ResourceInUseException', `Table already exists: ${name}`);
    const sql = 'INSERT INTO tables (name, definition, created_at) VALUES (?, ?, ?)';
    const id = Number(this.#database.run(sql, name, JSON.stringify(definition), now / 1000).lastInsertRowid);
    for (const index of definedIn(definition)) this.#addIndex(id, index);
    const table = this.#read({ id, name, definition: JSON.stringify(definition), created_at: now / 1000 });
    this.#tables.set(name, table);
    return table;
  }

  /** Brings a table to a new definition: indexes that are new are filled, those that are gone are dropped. */
  change(table: Table, definition: TableDefinition): Table {
    const wanted = definedIn(definition);
    const former = definedIn(table.definition).map((index) => signature(index, table.definition));
    const standing = [...table.indexes, ...table.vectorIndexes];
    const kept = wanted
      .filter((index) => former.includes(signature(index, definition)))
      .map((index) => index.IndexName);
    for (const index of standing.filter(({ name }) => !kept.includes(name))) this.#dropIndex(index);
    const added = wanted.filter((index) => !kept.includes(index.IndexName));
    for (const index of added) this.#addIndex(table.id, index);
    const { id, name, createdAt } = table;
    this.#database.run('UPDATE tables SET definition = ? WHERE id = ?', JSON.stringify(definition), id);
    const changed = this.#read({ id, name, definition: JSON.stringify(definition), created_at: createdAt });
    const names = added.map(({ IndexName }) => IndexName);
    for (const index of [...changed.indexes, ...changed.vectorIndexes]) {
      if (names.includes(index.name)) this.#items.fill(changed, index);
    }
    if (definition.ttlAttribute !== table.definition.ttlAttribute) this.#items.refreshTtl(changed);
    this.#tables.set(name, changed);
    return changed;
  }

  delete(table: Table): void {
    for (const index of [...table.indexes, ...table.vectorIndexes]) this.#dropIndex(index);
    this.#database.run('DELETE FROM items WHERE table_id = ?', table.id);
    this.#database.run('DELETE FROM tables WHERE id = ?', table.id);
    this.#tables.delete(table.name);
  }

  #addIndex(tableId: number, index: AnyIndex): void {
    this.#database.run('INSERT INTO indexes (table_id, name) VALUES (?, ?)', tableId, index.IndexName);
  }

  #dropIndex(index: Index): void {
    this.#items.empty(index);
    this.#database.run('DELETE FROM indexes WHERE id = ?', index.id);
  }

  #read(row: Row): Table {
    const definition = JSON.parse(row.definition) as TableDefinition;
    const ids = this.#database.rows<{ id: number; name: string }>(
      'SELECT id, name FROM indexes WHERE table_id = ?',
      row.id,
    );
    const idOf = (index: string): number => ids.find(({ name }) => name === index)!.id;
    return {
      ...keyNames(definition.KeySchema),
      id: row.id,
      name: row.name,
      arn: tableArn(row.name),
      createdAt: row.created_at,
      definition,
      types: Object.fromEntries(
        definition.AttributeDefinitions.map((attribute) => [attribute.AttributeName, attribute.AttributeType]),
      ),
      indexes: secondaryIndexes(definition, idOf),
      vectorIndexes: vectorIndexes(definition, idOf),
    };
  }
}
