import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../infra/bundle.ts';
import { median, ms, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const RUNS = 15;

/**
 * Size and import of every function: a fresh process each, from the first line to the handler being there. CPU is that of the
 * thread that imports, which says more than time on a machine that does other things as well.
 */
export const bundles = async (): Promise<Result[]> => {
  const { folders, bytes, lazy } = bundle();
  const functions = Object.entries(folders).map(([name, folder]) => ({
    name,
    size: bytes[name] ?? 0,
    ...importOf(join(folder, 'index.mjs')),
    lazily: Object.entries(lazy[name] ?? {}).map(([one, size]) => `${one} ${kilobytes(size)}`),
  }));
  table(`Functions: minified size, and import in a fresh process (median of ${RUNS})`, [
    ['', 'size', 'import', 'CPU', 'loaded at first use'],
    ...functions.map(({ name, size, time, cpu, lazily }) => [
      name,
      kilobytes(size),
      ms(time),
      ms(cpu),
      lazily.join(', '),
    ]),
  ]);
  table(`Packages loaded at first use: import time in a fresh process (median of ${RUNS})`, [
    ['', 'import'],
    ...Object.entries(placesOf(folders, lazy)).map(([name, file]) => [name, ms(importOf(file).time)]),
  ]);
  return functions.flatMap(({ name, size, time, cpu }) => [
    figure(`import of ${name}`, time, 'ms'),
    figure(`CPU of the import of ${name}`, cpu, 'ms'),
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

/** Milliseconds. */
type Import = { time: number; cpu: number };

const importOf = (file: string): Import => {
  const imports = Array.from({ length: RUNS }, () => importOnce(file));
  return { time: median(imports.map(({ time }) => time)), cpu: median(imports.map(({ cpu }) => cpu)) };
};

const importOnce = (file: string): Import => {
  const script = `globalThis.awslambda = { streamifyResponse: (f) => f, HttpResponseStream: { from: (s) => s } };
    const begun = performance.now();
    const before = process.threadCpuUsage();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    const { user, system } = process.threadCpuUsage(before);
    process.stdout.write(JSON.stringify({ time: performance.now() - begun, cpu: (user + system) / 1000 }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
};
