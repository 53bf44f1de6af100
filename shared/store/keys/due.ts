import { createHash } from 'node:crypto';
import type { Key } from './key.ts';

/** The safety net: the sparse index `due` holds every item that waits for something, spread over these shards. */
export const DUE_SHARDS = ['DUE#0', 'DUE#1', 'DUE#2', 'DUE#3'] as const;

/** The shard of an item, always the same for the same key. */
export const dueShard = ({ pk, sk }: Key): string => {
  const first = createHash('sha256').update(`${pk}|${sk}`).digest()[0] ?? 0;
  return DUE_SHARDS[first % DUE_SHARDS.length] as string;
};

/** Attributes that make an item due at `at` (milliseconds), for a put. */
export const due = (key: Key, at: number): { due_shard: string; due_at: number } => ({
  due_shard: dueShard(key),
  due_at: at,
});
