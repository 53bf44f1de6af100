import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULT_STRATEGY, STRATEGIES } from '../../../../shared/cache/eviction/index.ts';
import { table } from '../../figures.ts';
import { versionOf } from '../../processes/installed.ts';
import { beside, figure, type Result } from '../../results/result.ts';
import { PEERS } from './caches.ts';
import type { Measured } from './process.ts';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, 'process.ts');
const UNIT = 'million hits per CPU second';

/** Hits a second and bytes an entry of every strategy, beside those of others, each in a process of its own. */
export const compareMemory = async (): Promise<Result[]> => {
  const installed = Object.entries(PEERS).filter(([, name]) => versionOf(name) !== undefined);
  const names = [...STRATEGIES, ...installed.map(([name]) => name)];
  const all = new Map<string, Measured>();
  for (const name of names) all.set(name, await measured(name));

  table('Level one: 1,000 entries kept for an hour; memory with 100,000', [
    ['', UNIT, '', 'bytes an entry'],
    ...[...all].map(([name, { million_hits_a_second, bytes_an_entry, isAsync }]) => [
      name,
      million_hits_a_second.toFixed(1),
      isAsync ? 'async' : 'sync',
      bytes_an_entry.toFixed(0),
    ]),
  ]);

  const ours = all.get(DEFAULT_STRATEGY) as Measured;
  return [
    ...STRATEGIES.map((name) => figure(`level one, ${name}`, all.get(name)!.million_hits_a_second, UNIT)),
    ...installed.flatMap(([name]) => {
      const theirs = all.get(name) as Measured;
      const work = `${theirs.isAsync ? 'async ' : ''}${name}`;
      return [
        beside(`a hit of level one; peer: ${work}`, UNIT, {
          ours: ours.million_hits_a_second,
          peer: theirs.million_hits_a_second,
        }),
        beside(`an entry of level one; peer: ${name}`, 'bytes', {
          ours: ours.bytes_an_entry,
          peer: theirs.bytes_an_entry,
        }),
      ];
    }),
  ];
};

const measured = async (name: string): Promise<Measured> => {
  const { stdout } = await run(process.execPath, ['--expose-gc', SCRIPT, name]);
  return JSON.parse(stdout) as Measured;
};
