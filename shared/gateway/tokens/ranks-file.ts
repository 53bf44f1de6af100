import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A bundle carries the encoding's file beside its `index.mjs`. */
export const RANKS_FILE = 'o200k_base.tiktoken';

/**
 * The path of the encoding. Its 3.6 MB are data, read at first use: as code they would be compiled at each cold start of
 * every function that shares this module.
 */
export const ranksFile = (): string => {
  const beside = fileURLToPath(new URL(RANKS_FILE, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`gpt-tokenizer/data/${RANKS_FILE}`);
};
