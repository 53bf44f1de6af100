import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../infra/bundle.ts';
import { median, ms, table } from './figures.ts';

const RUNS = 5;

/** Size and import time of every function: a fresh process each, from the first line to the handler being there. */
export const bundles = async (): Promise<void> => {
  const { folders, bytes } = bundle();
  const rows = Object.entries(folders).map(([name, folder]) => {
    const times = Array.from({ length: RUNS }, () => importTime(join(folder, 'index.mjs')));
    return [name, `${((bytes[name] ?? 0) / 1024).toFixed(0)} KB`, ms(median(times))];
  });
  table(`Functions: minified size, and import time in a fresh process (median of ${RUNS})`, [
    ['', 'size', 'import'],
    ...rows,
  ]);
};

const importTime = (file: string): number => {
  const script = `globalThis.awslambda={streamifyResponse:(f)=>f,HttpResponseStream:{from:(s)=>s}};const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});process.stdout.write(String(performance.now()-t))`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
};
