import { readFileSync } from 'node:fs';
import { once } from '../../platform/once.ts';
import { embeddingRanksFile } from './embedding-ranks-file.ts';

/** By rank, which is the token's number. Each line is a token's bytes in base64, a space, and its rank. */
const readTokens = (): Buffer[] =>
  readFileSync(embeddingRanksFile(), 'latin1')
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(line.slice(0, line.indexOf(' ')), 'base64'));

const tokensByRank = once(readTokens);

/**
 * The text that tokens of the encoding `cl100k_base` stand for, that of all of OpenAI's embedding models; `undefined` where
 * one is no such token, or the model is another, whose tokens mean something else.
 */
export const decodeTokens = (model: string, tokens: readonly number[]): string | undefined => {
  if (!model.startsWith('text-embedding-')) return undefined;
  const known = tokensByRank();
  const bytes = tokens.map((token) => known[token]);
  if (!bytes.every((one) => one !== undefined)) return undefined;
  return Buffer.concat(bytes).toString('utf8');
};
