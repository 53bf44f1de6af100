import type { Key as PlainKey } from '../../platform/table/index.ts';

declare const scoped: unique symbol;
declare const ranged: unique symbol;

/** A key that was built here, from a scope or as one of the pointers. No object literal passes for one. */
export type Key = PlainKey & { readonly [scoped]: true };

export const key = (pk: string, sk: string): Key => ({ pk, sk }) as Key;

/** The key of an item that was read: only a key built here can have led to it. */
export const keyOfItem = ({ pk, sk }: PlainKey): Key => key(pk, sk);

/** Whether an item that was read lies under this key. */
export const isSameKey = ({ pk, sk }: PlainKey, wanted: Key): boolean => pk === wanted.pk && sk === wanted.sk;

/** A partition to read a range of. Only `ranges` names one, so no key has to be invented for it. */
export type Partition = string & { readonly [ranged]: true };

/** All items of a partition whose sort keys begin with `prefix`. */
export type PrefixRange = { in: Partition; prefix: string };

export const prefixed = (partition: string, prefix: string): PrefixRange => ({ in: partition as Partition, prefix });

/** All items of a partition whose sort keys lie between two texts, both included. */
export type SpanRange = { in: Partition; from: string; to: string };

export const span = (partition: string, from: string, to: string): SpanRange => ({
  in: partition as Partition,
  from,
  to,
});

/** A whole partition. */
export const whole = (partition: string): { in: Partition } => ({ in: partition as Partition });

/** The partition an item lies in: only a key built here can have led to it. */
export const partitionOfItem = ({ pk }: PlainKey): { in: Partition } => whole(pk);

/** The last part of a sort key, which is what the range's items differ in: usually an id. */
export const idIn = ({ prefix }: PrefixRange, sk: string): string => sk.slice(prefix.length);

/** Whether an item of the range's partition belongs to the range. */
export const isIn = ({ prefix }: PrefixRange, { sk }: PlainKey): boolean => sk.startsWith(prefix);

/** A number with leading zeros, so that sort keys compare as numbers do. */
export const digits = (value: number, length: number): string => String(value).padStart(length, '0');
