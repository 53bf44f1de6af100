import type { Table } from '../table.ts';
import type { ItemKey } from '../values/key-bytes.ts';

/** Whether no item is named twice. */
export function distinctKeys(keys: { table: Table; key: ItemKey }[]): boolean {
  const names = keys.map(({ table, key }) => {
    return `${table.id}/${Buffer.from(key.hash).toString('hex')}/${Buffer.from(key.range).toString('hex')}`;
  });
  return new Set(names).size === names.length;
}
