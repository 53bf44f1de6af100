import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BytePairEncodingCore } from 'gpt-tokenizer/BytePairEncodingCore';
import { O200KBase } from 'gpt-tokenizer/encodingParams/o200k_base';
import { LRUCache } from 'lru-cache';
import { once } from '../../platform/once.ts';
import { ranksFile } from './ranks-file.ts';

/**
 * Of a piece handed to the encoder. Merging byte pairs takes quadratic time in the length of a word, and a "word" of a
 * megabyte is no more than a line of somebody's test data.
 */
const MAX_PIECE_LENGTH = 1_000;

/** Each line is a token's bytes in base64, a space, and its rank; lines are ordered by rank. */
const readRanks = (): (string | number[])[] => {
  const file = readFileSync(ranksFile(), 'latin1');
  const ranks: (string | number[])[] = [];
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf('\n', from);
    const bytes = Buffer.from(file.slice(from, file.indexOf(' ', from)), 'base64');
    const text = bytes.toString('utf8');
    // A token that is part of a character is no valid text, so it is kept as bytes.
    ranks.push(text.includes('\ufffd') && !Buffer.from(text).equals(bytes) ? [...bytes] : text);
    from = end < 0 ? file.length : end + 1;
  }
  return ranks;
};

const encoder = once(() => new BytePairEncodingCore({ ...O200KBase(readRanks()), mergeCacheSize: 10_000 }));

/** Counting a shorter text is faster than looking it up. */
const MIN_CACHED_LENGTH = 256;

/**
 * Every step of a conversation sends all of it again, so most texts of a call were counted before. Keyed by owner and digest:
 * no text is kept, and the time a count takes does not reveal whether another user had the same text.
 */
const counted = new LRUCache<string, number>({ max: 10_000 });

/**
 * The number of tokens of a text in the encoding `o200k_base`, that of OpenAI's models since GPT-4o. For other models, which
 * divide text in their own ways, it is an estimate. With an `owner`, a user's id, the count is cached for that user. The
 * first call reads the encoding, which takes some 120 ms.
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

/** Before the last space that begins a word, where the encoding divides anyway; anywhere within a longer word. */
const endOfPiece = (text: string, from: number): number => {
  const to = from + MAX_PIECE_LENGTH;
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  if (space > from) return space;
  const last = text.charCodeAt(to - 1);
  return last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
};
