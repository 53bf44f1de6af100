import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Writes a file into the folder as small as it gets, once for each coding of HTTP that browsers take: `.br` and `.gz`. */
export const writeCompressed = (name: string, bytes: Uint8Array, folder: string): void => {
  const to = join(folder, name);
  // Brotli's best is its default.
  writeFileSync(`${to}.br`, brotliCompressSync(bytes));
  writeFileSync(`${to}.gz`, gzipSync(bytes, { level: 9 }));
};
