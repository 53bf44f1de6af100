import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { print } from '../figures.ts';

/** What the benchmarks compare with lies here, where somebody installed it. */
export const PACKAGES = join(import.meta.dirname, '../node_modules');

/** Of a package to compare with; without it, a word on how to get it. */
export const versionOf = (name: string): string | undefined => {
  const file = join(PACKAGES, name, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  print(`  ${name} is not installed and not compared: npm ci --prefix test/bench --ignore-scripts`);
  return undefined;
};
