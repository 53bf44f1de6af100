import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The keys of a trace that others recorded, in the order of the accesses: see the README. */
export const recorded = (name: 'web07' | 'web12' | 'orm-night-300k'): number[] => {
  const bytes = gunzipSync(readFileSync(new URL(`${name}.int32le.gz`, import.meta.url)));
  return Array.from({ length: bytes.length / Int32Array.BYTES_PER_ELEMENT }, (_, at) =>
    bytes.readInt32LE(at * Int32Array.BYTES_PER_ELEMENT),
  );
};
