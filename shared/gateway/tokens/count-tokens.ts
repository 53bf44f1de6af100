import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BytePairEncodingCore } from 'gpt-tokenizer/BytePairEncodingCore';
import { O200KBase } from 'gpt-tokenizer/encodingParams/o200k_base';
import { LRUCache } from 'lru-cache';
import { once } from '../../platform/once.ts';
import { ranksFile } from './ranks-file.ts';

/**
 * Longest piece handed to the encoder at once. Merging byte pairs takes time in the square of a word's length, and a
 * "word" of a megabyte is one line of somebody's test data.
 */
const MAX_PIECE_LENGTH = 1_000;

/** Each line is a token's bytes in base64, a space, and its rank; lines stand in the order of ranks. */
const readRanks = (): (string | number[])[] => {
  const file = readFileSync(ranksFile(), 'latin1');
  const ranks: (string | number[])[] = [];
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf('\n', from);
    const bytes = Buffer.from(file.slice(from, file.indexOf(' ', from)), 'base64');
    const text = bytes.toString('utf8');
    // Part of a character is no text, so such tokens are kept as bytes.
    ranks.push(text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? [...bytes] : text);
    from = end < 0 ? file.length : end + 1;
  }
  return ranks;
};

const encoder = once(() => new BytePairEncodingCore({ ...O200KBase(readRanks()), mergeCacheSize: 10_000 }));

/** Shorter texts are counted sooner than they are looked up. */
const MIN_CACHED_LENGTH = 256;

/**
 * A conversation goes to the model whole at every step of it, so most texts of a call were counted before. Known by whose
 * they are and by their digest: nothing of what they say is kept, and how long a count takes tells nobody whether somebody
 * else's text was the same.
 */
const counted = new LRUCache<string, number>({ max: 10_000 });

/**
 * How many tokens a text is, by the encoding `o200k_base` of OpenAI's models since GPT-4o. Other models divide text in
 * their own ways; for them it is an estimate of the right size. With an `owner`, a user's id, the count is kept for that
 * user. The first call reads the encoding, some 120 ms.
 */
export const countTokens = (text: string, owner?: string): number => {
  if (owner === undefined || text.length < MIN_CACHED_LENGTH) return countUncached(text);
  const key = `${owner}|${hash('sha256', text, 'base64')}`;
  const count = counted.get(key) ?? countUncached(text);
  counted.set(key, count);
  return count;
};

const countUncached = (text: string): number => {
  let count = 0;
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    count += encoder().countNative(text.slice(from, to));
    from = to;
  }
  return count;
};

/** Before the last space that begins a word, where the encoding divides anyway; within a longer word, anywhere. */
const endOfPiece = (text: string, from: number): number => {
  const to = from + MAX_PIECE_LENGTH;
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  if (space > from) return space;
  const last = text.charCodeAt(to - 1);
  return last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
};
