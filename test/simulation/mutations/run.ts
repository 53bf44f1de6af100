import { parseArgs } from 'node:util';
import { campaign } from '../campaign.ts';
import { bundled } from '../container/bundle.ts';
import { GUARDS, unguarded } from './conditions.ts';

/*
 * npm run conditions -- [--seeds 200] [--operations 40] [--faults 3] [name …]
 *
 * Takes away one condition after the other, and simulates until a promise breaks. Prints which conditions nobody missed.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '200' },
    operations: { type: 'string', default: '40' },
    faults: { type: 'string', default: '3' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1);
const chosen = GUARDS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

let missed = 0;
for (const guard of chosen) {
  const load = await bundled({ file: guard.file, text: (text) => unguarded(text, guard) });
  const options = { operations: Number(values.operations), faultRate: Number(values.faults) };
  const { failing, seeds: tried } = await campaign(load, { ...options, seeds });
  const [first] = failing;
  if (first)
    say(`seen      ${guard.name} (${guard.file}) by seed ${tried}: ${first.report.violations[0]?.slice(0, 160)}`);
  else say(`NOT SEEN  ${guard.name} (${guard.file}) in ${tried} seeds`);
  if (!first) missed += 1;
}
say(`${chosen.length} conditions removed, ${missed} of them missed by nobody`);
