import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Writes a file into the folder as small as it gets, once for each coding of HTTP that browsers take: `.br` and `.gz`. */
export const writeCompressed = (file: string, folder: string): void => {
  const bytes = readFileSync(file);
  const to = join(folder, basename(file));
  // Brotli's best is its default.
  writeFileSync(`${to}.br`, brotliCompressSync(bytes));
  writeFileSync(`${to}.gz`, gzipSync(bytes, { level: 9 }));
};
