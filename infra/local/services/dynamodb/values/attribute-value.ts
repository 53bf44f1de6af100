import { compareDecimals, significantDigits } from './decimal.ts';
import type { AttributeValue, Item, ValueType } from './types.ts';

export function typeOf(value: AttributeValue): ValueType {
  for (const type in value) return type as ValueType;
  throw new TypeError('an attribute value without a type');
}

/** An attribute by name; `constructor` and its like are names as any other. */
export function attributeOf(item: Item, name: string): AttributeValue | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Equality as `=` sees it: numbers by value, sets without order, lists and maps in depth. */
export function sameValue(a: AttributeValue, b: AttributeValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  if (type === 'N') return compareDecimals(a.N!, b.N!) === 0;
  if (type === 'L') return a.L!.length === b.L!.length && a.L!.every((value, at) => sameValue(value, b.L![at]!));
  if (type === 'M') return sameItem(a.M!, b.M!);
  if (type === 'SS' || type === 'NS' || type === 'BS') {
    const members = b[type]!;
    return a[type]!.length === members.length && a[type]!.every((member) => members.includes(member));
  }
  return a[type] === b[type];
}

export function sameItem(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameValue(a[name]!, b[name]!));
}

/** Negative, zero or positive for two strings, two numbers or two binaries; `undefined` for what has no order. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.N !== undefined && b.N !== undefined) return compareDecimals(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(bytes(a.B), bytes(b.B));
  return undefined;
}

export const bytes = (base64: string) => Buffer.from(base64, 'base64');

/** Bytes an item takes by the rules of the developer guide ("DynamoDB item sizes and formats"), names included. */
export function sizeOfItem(item: Item): number {
  let size = 0;
  for (const name in item) size += Buffer.byteLength(name) + sizeOf(item[name]!);
  return size;
}

function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return sizeOfNumber(value.N);
  if (value.B !== undefined) return bytes(value.B).length;
  if (value.SS) return value.SS.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (value.NS) return value.NS.reduce((sum, text) => sum + sizeOfNumber(text), 0);
  if (value.BS) return value.BS.reduce((sum, text) => sum + bytes(text).length, 0);
  if (value.L) return value.L.reduce((sum, member) => sum + 1 + sizeOf(member), 3);
  if (value.M) return 3 + Object.keys(value.M).length + sizeOfItem(value.M);
  return 1;
}

const sizeOfNumber = (text: string) => Math.ceil(significantDigits(text) / 2) + (text.startsWith('-') ? 2 : 1);
