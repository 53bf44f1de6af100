import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, ms, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const RUNS = 4;

/** `npm start` without npm, from the start of the process to "ready", on the same data folder again and again. */
export const startUp = async (): Promise<Result[]> => {
  const data = mkdtempSync(join(tmpdir(), 'artel-bench-'));
  try {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await readyAfter(data));
    const [first, ...later] = times as [number, ...number[]];
    table('Start of the local system until it is ready', [
      ['', 'time'],
      ['first, on an empty data folder', ms(first)],
      [`again (median of ${later.length})`, ms(median(later))],
    ]);
    return [
      figure('start until ready, on an empty data folder', first, 'ms'),
      figure('start until ready, again', median(later), 'ms'),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

const readyAfter = (data: string): Promise<number> =>
  new Promise((done, failed) => {
    const root = resolve(import.meta.dirname, '../..');
    const begun = performance.now();
    const child = spawn(process.execPath, ['infra/guard.mjs', 'infra/local/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: '0', ARTEL_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let ready = 0;
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (ready > 0 || !output.includes('Artel is ready')) return;
      ready = performance.now() - begun;
      child.kill('SIGINT');
    });
    child.once('exit', (code) =>
      ready > 0 ? done(ready) : failed(new Error(`The start ended with ${code}:\n${output}`)),
    );
  });
