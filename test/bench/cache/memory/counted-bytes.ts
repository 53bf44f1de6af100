import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { table } from '../../figures.ts';
import { figure, type Result } from '../../results/result.ts';

const run = promisify(execFile);
const KINDS = [
  'answers of 2 KB',
  'embeddings of 1536',
  'embeddings in buffers',
  'records of ten fields',
  'parsed JSON',
];
const SCRIPT = join(import.meta.dirname, 'filled-process.ts');

/** What a level filled to its bound counts, and what the process really takes for it. */
type Filled = { kind: string; entries: number; held_of_bound: number; taken_of_counted: number; estimate_us: number };

/** How near to its bound a full level is, and how honest the estimated bytes are, for what the product keeps. */
export const countedBytes = async (): Promise<Result[]> => {
  const all: Filled[] = [];
  for (const kind of KINDS) {
    const { stdout } = await run(process.execPath, ['--expose-gc', SCRIPT, kind]);
    all.push(JSON.parse(stdout) as Filled);
  }
  table('A level filled to 64 MB', [
    ['', 'entries', 'counted / bound', 'really taken / counted', 'µs to estimate one'],
    ...all.map(({ kind, entries, held_of_bound, taken_of_counted, estimate_us }) => [
      kind,
      entries.toLocaleString('en'),
      held_of_bound.toFixed(4),
      taken_of_counted.toFixed(2),
      estimate_us.toFixed(1),
    ]),
  ]);
  return all.flatMap(({ kind, held_of_bound, taken_of_counted }) => [
    figure(`bytes a full level holds, ${kind}`, held_of_bound, 'of its bound'),
    figure(`memory it really takes, ${kind}`, taken_of_counted, 'of the bytes counted'),
  ]);
};
