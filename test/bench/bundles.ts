import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../infra/bundle.ts';
import { median, ms, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const RUNS = 5;

/** Size and import time of every function: a fresh process each, from the first line to the handler being there. */
export const bundles = async (): Promise<Result[]> => {
  const { folders, bytes, lazy } = bundle();
  const functions = Object.entries(folders).map(([name, folder]) => ({
    name,
    size: bytes[name] ?? 0,
    time: median(Array.from({ length: RUNS }, () => importTime(join(folder, 'index.mjs')))),
    lazily: Object.entries(lazy[name] ?? {}).map(([one, size]) => `${one} ${kilobytes(size)}`),
  }));
  table(`Functions: minified size, and import time in a fresh process (median of ${RUNS})`, [
    ['', 'size', 'import', 'loaded at first use'],
    ...functions.map(({ name, size, time, lazily }) => [name, kilobytes(size), ms(time), lazily.join(', ')]),
  ]);
  table(`Packages loaded at first use: import time in a fresh process (median of ${RUNS})`, [
    ['', 'import'],
    ...Object.entries(placesOf(folders, lazy)).map(([name, file]) => [
      name,
      ms(median(Array.from({ length: RUNS }, () => importTime(file)))),
    ]),
  ]);
  return functions.flatMap(({ name, size, time }) => [
    figure(`import of ${name}`, time, 'ms'),
    figure(`bundle of ${name}`, size / 1024, 'KB'),
  ]);
};

/** One copy of each package. */
const placesOf = (folders: Record<string, string>, lazy: Record<string, Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(lazy).flatMap(([name, packages]) =>
      Object.keys(packages).map((one) => [one, placeOf(folders[name] ?? '', one)] as const),
    ),
  );

/** A part of our own (`#pii`) lies beside the function, a package where Node looks for it. */
const placeOf = (folder: string, name: string): string =>
  name.startsWith('#') ? join(folder, `${name.slice(1)}.mjs`) : join(folder, 'node_modules', name, 'index.mjs');

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

const importTime = (file: string): number => {
  const script = `globalThis.awslambda={streamifyResponse:(f)=>f,HttpResponseStream:{from:(s)=>s}};const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});process.stdout.write(String(performance.now()-t))`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
};
