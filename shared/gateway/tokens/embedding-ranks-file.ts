import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A bundle that decodes tokens carries the encoding's file beside its `index.mjs`. */
const EMBEDDING_RANKS_FILE = 'cl100k_base.tiktoken';

/** The path of the encoding of embedding models. */
export const embeddingRanksFile = (): string => {
  const beside = fileURLToPath(new URL(EMBEDDING_RANKS_FILE, import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(`gpt-tokenizer/data/${EMBEDDING_RANKS_FILE}`);
};
