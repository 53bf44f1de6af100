import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sha256 } from '../../shared/core/digest.ts';

export type Script = { name: string; text: string };

/** Beside the bundle, where the bundler has put it; in the package where sources run. */
const file = (): URL | string => {
  const beside = new URL('rapidoc-min.js', import.meta.url);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('rapidoc');
};

let read: Script | undefined;

/** RapiDoc, which draws the page. Its name changes with its text, so that a client may keep it for good. */
export const pageScript = (): Script => {
  if (!read) {
    const text = readFileSync(file(), 'utf8');
    read = { name: `rapidoc-${sha256(text).slice(0, 16)}.js`, text };
  }
  return read;
};
