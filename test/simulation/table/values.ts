import type { AttributeValue, Item } from '../../../infra/local/services/dynamodb/values/types.ts';

/** A value as the document client would send it. */
export const packed = (value: unknown): AttributeValue => {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
    case 'bigint':
      return { N: String(value) };
    case 'boolean':
      return { BOOL: value };
  }
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(packed) };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (value instanceof Set) return packedSet([...value]);
  return { M: packedItem(value as object) };
};

export const packedItem = (item: object): Item => {
  const packedMembers: Item = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) packedMembers[name] = packed(value);
  return packedMembers;
};

const packedSet = (members: unknown[]): AttributeValue =>
  typeof members[0] === 'number' ? { NS: members.map(String) } : { SS: members.map(String) };

/** The same value as the document client would give it back. */
export const plain = (value: AttributeValue): unknown => {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.M) return plainItem(value.M);
  if (value.L) return value.L.map(plain);
  if (value.B !== undefined) return new Uint8Array(Buffer.from(value.B, 'base64'));
  if (value.SS) return new Set(value.SS);
  if (value.NS) return new Set(value.NS.map(Number));
  return null;
};

export type PlainItem = { pk: string; sk: string } & Record<string, unknown>;

export const plainItem = (item: Item): PlainItem => {
  const members: Record<string, unknown> = {};
  for (const name in item) members[name] = plain(item[name] as AttributeValue);
  return members as PlainItem;
};

const shown = new WeakMap<Item, PlainItem>();

/** An item that its reader does not change: the same one each time. */
export const shownItem = (item: Item): PlainItem => {
  const known = shown.get(item) ?? plainItem(item);
  shown.set(item, known);
  return known;
};
