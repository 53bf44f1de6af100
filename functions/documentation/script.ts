import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '../../shared/core/digest.ts';
import type { Coded } from '../routing/reply/coding.ts';

export type Script = { name: string; text: string; codings: Coded };

/** Beside the bundle, where the bundler has put it in both codings; where sources run it is compressed here, in one. */
const compressed = (): { br?: Buffer; gzip: Buffer } => {
  const [br, gzip] = ['br', 'gz'].map((coding) => new URL(`rapidoc-min.js.${coding}`, import.meta.url));
  if (br && gzip && existsSync(gzip)) return { br: readFileSync(br), gzip: readFileSync(gzip) };
  return { gzip: gzipSync(readFileSync(createRequire(import.meta.url).resolve('rapidoc'))) };
};

let read: Script | undefined;

/** RapiDoc, which draws the page. Its name changes with its text, so that a client may keep it for good. */
export const pageScript = (): Script => {
  if (!read) {
    const codings = compressed();
    const text = gunzipSync(codings.gzip).toString();
    read = { name: `rapidoc-${sha256(text).slice(0, 16)}.js`, text, codings };
  }
  return read;
};
