import { setTimeout } from 'node:timers/promises';
import { authenticated } from '../../shared/core/scope.ts';
import { egressFetch } from '../../shared/egress/index.ts';
import { type Command, lightWall, type Outcome, ShellPool } from '../../shared/sandbox/index.ts';
import { median, ms, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const MEGABYTE = 1024 * 1024;
const COLD = 6;
const WARM = 30;
/** An agent thinks between two commands, and the next thread is started meanwhile. */
const PAUSE_MS = 400;
const LIMITS = {
  timeMs: 10_000,
  memoryBytes: 256 * MEGABYTE,
  diskBytes: 16 * MEGABYTE,
  outputBytes: 64 * 1024,
  processes: 16,
};

/** The files of a small project. */
const files = new Map(
  Array.from({ length: 200 }, (_, at) => [
    `src/${at}.ts`,
    { content: Buffer.from('export const x = 1;\n'.repeat(50)) },
  ]),
);

const commandOf = (command: string, limits: Partial<typeof LIMITS> = {}): Command => ({
  project: authenticated({ userId: 'alice' }).inProject('default'),
  files,
  command,
  limits: { ...LIMITS, ...limits },
  grants: { hosts: [] },
  signal: new AbortController().signal,
});

/** What a command takes beside its own time. */
type Around = { outcome: Outcome; aroundMs: number };

const within = async (pool: ShellPool, command: Command): Promise<Around> => {
  const wall = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);
  const begun = performance.now();
  const outcome = await wall.run(command);
  return { outcome, aroundMs: performance.now() - begun - outcome.durationMs };
};

/** The wall `light` on 200 files: what is around a command, and how exact its limits are. */
export const sandbox = async (): Promise<Result[]> => {
  const cold: number[] = [];
  for (let run = 0; run < COLD; run += 1) {
    const pool = new ShellPool();
    cold.push((await within(pool, commandOf('echo hello'))).aroundMs);
    pool.close();
  }
  const pool = new ShellPool();
  await within(pool, commandOf('echo hello'));
  const warm: number[] = [];
  for (let run = 0; run < WARM; run += 1) {
    await setTimeout(PAUSE_MS);
    warm.push((await within(pool, commandOf('grep -rl x src | wc -l'))).aroundMs);
  }
  const late = await within(pool, commandOf('while true; do :; done', { timeMs: 2_000 }));
  pool.close();
  table('A command behind the wall light, on 200 files', [
    ['', 'time'],
    [`around a command, in a new process (median of ${COLD})`, ms(median(cold))],
    [`around a command, in one that is there (median of ${WARM})`, ms(median(warm))],
    ['a command with 2,000 ms, ended after', ms(late.outcome.durationMs)],
  ]);
  return [
    figure('around a command, in a new process', median(cold), 'ms'),
    figure('around a command, in one that is there', median(warm), 'ms'),
    figure('a command with 2,000 ms, ended after', late.outcome.durationMs, 'ms'),
  ];
};
