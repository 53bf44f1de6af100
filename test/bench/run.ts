import { bundles } from './bundles.ts';
import { bus } from './bus.ts';
import { print } from './figures.ts';
import { gateway } from './gateway.ts';
import { neighbours } from './neighbours.ts';
import { pii } from './pii.ts';
import { plans } from './plans.ts';
import { startUp } from './start-up.ts';
import { turns } from './turns.ts';

/** `npm run bench`, or `npm run bench -- turns` for one of them. Figures are of this machine, as busy as it is. */
const benchmarks = { bundles, bus, gateway, neighbours, pii, plans, 'start-up': startUp, turns };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.\n`,
  );
  process.exit(1);
}
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  print(`\n== ${name}`);
  await benchmark();
}
