import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../infra/sources.ts';

const maps = new Map<string, SourceMap | undefined>();

/** Where a function stands in the sources, `shared/bus/work/claim.ts:12`; line and column of a profile begin at 0. */
export const placeOf = (url: string, line: number, column: number): string => {
  if (!url.startsWith('file:')) return url.startsWith('data:') ? 'runtime of the local cloud' : url;
  const file = fileURLToPath(url);
  const entry = mapOf(file)?.findEntry(line, column);
  if (!entry || !('originalSource' in entry) || entry.originalSource === undefined)
    return `${within(file)}:${line + 1}`;
  return `${within(resolve(dirname(file), entry.originalSource))}:${entry.originalLine + 1}`;
};

const mapOf = (file: string): SourceMap | undefined => {
  if (!maps.has(file)) maps.set(file, existsSync(`${file}.map`) ? readMap(`${file}.map`) : undefined);
  return maps.get(file);
};

const readMap = (file: string): SourceMap => new SourceMap(JSON.parse(readFileSync(file, 'utf8')));

const PACKAGES = 'node_modules/';

/** Of a package, its name says more than where it lies. */
const within = (file: string): string => {
  const path = relative(ROOT, file);
  const at = path.lastIndexOf(PACKAGES);
  return at === -1 ? path : path.slice(at + PACKAGES.length);
};
