import { parseArgs } from 'node:util';
import { campaign, story, total } from './campaign.ts';
import { bundled } from './container/bundle.ts';
import { conditions, idOf, without } from './mutations/conditions.ts';
import { shrink } from './shrink.ts';
import { Coverage } from './transitions/coverage.ts';
import { neverHitBefore, save, tableOf } from './transitions/report.ts';

/*
 * npm run simulate -- [--seeds 1000] [--from 1] [--operations 200] [--faults 3] [--places] [--without 'FILE CONDITION']
 *                     [--json FILE] [--steer FILE]
 *
 * Simulates as many seeds, prints what went wrong in them, and counts what was tried. A failing seed is told again with as
 * few operations and faults as it takes. `--json` writes the counts into a file; `--steer` reads such a file, and lets things go
 * wrong above all where they never did in that campaign. `--without` takes one of the conditions away that guard races. Exits with 1 if a promise was broken.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS ?? '100' },
    from: { type: 'string', default: '1' },
    operations: { type: 'string', default: '200' },
    faults: { type: 'string', default: '3' },
    places: { type: 'boolean', default: false },
    without: { type: 'string' },
    json: { type: 'string' },
    steer: { type: 'string' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const table = (counts: Map<string, number>): void => {
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) say(`${String(count).padStart(8)}  ${name}`);
};

const from = Number(values.from);
const guard = (await conditions()).find((one) => idOf(one) === values.without);
const load = await bundled(...(guard ? without(guard) : []));
const coverage = new Coverage(load.maps);
const begun = process.cpuUsage();
const all = await campaign(load, {
  seeds: Array.from({ length: Number(values.seeds) }, (_, at) => from + at),
  operations: Number(values.operations),
  faultRate: Number(values.faults),
  coverage,
  ...(values.steer !== undefined && { wantedFaults: neverHitBefore(values.steer) }),
  most: 5,
  each: ({ seed, violations }) => {
    if (seed % 100 === 0) say(`… seed ${seed}`);
    for (const violation of violations.slice(0, 3)) say(`seed ${seed}: ${violation}`);
  },
});
const { user, system } = process.cpuUsage(begun);
say(
  `${all.seeds} seeds, ${all.steps} steps, ${total(all.faults)} faults, ${((user + system) / 1e6).toFixed(0)} s of CPU`,
);
table(all.faults);
table(all.operations);
say(`${all.deaths.size} places where a container died, ${total(all.deaths)} deaths`);
if (values.places) table(all.deaths);
for (const line of tableOf(coverage)) say(line);
if (values.json !== undefined) save(values.json, all, coverage);
const [first] = all.failing;
if (first) {
  const { tries, ...shortest } = await shrink(load, first.options, first.report);
  say(`\nThe shortest story found in ${tries} tries:\n${story(shortest)}`);
  process.exitCode = 1;
} else say('No promise was broken.');
