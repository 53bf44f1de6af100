import { parseArgs } from 'node:util';
import { bundled } from '../container/bundle.ts';
import { type Condition, conditions, idOf } from './conditions.ts';
import { withMarks } from './probe.ts';
import { search } from './search.ts';
import { brokenWithout, type Marked, record, recorded, type Seen } from './seen.ts';
import { SITUATIONS } from './situations/index.ts';
import { showTable } from './table.ts';
import { UNSEEN } from './unseen.ts';

/*
 * npm run conditions -- [name …]                     lives each recorded life again without its condition: is it missed still?
 * npm run conditions -- --search [--seeds 40] [--from 1] [--tries 8] [--situations plans,removals] [name …]
 *
 * Takes away one condition after the other. `--search` looks for lives in which one is missed that has none recorded (or
 * whose recorded one shows nothing any more, after the product, the simulation or the people's mix has changed), and writes
 * them into `seen.json` and the README. Exits with 1 if a condition that was seen is missed by nobody now.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    search: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '40' },
    from: { type: 'string', default: '1' },
    tries: { type: 'string', default: '8' },
    situations: { type: 'string', default: Object.keys(SITUATIONS).join() },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const all = await conditions();
const marked: Marked = { load: await bundled(...withMarks(all)), all };
const chosen = all.filter((one) => positionals.length === 0 || positionals.some((name) => idOf(one).includes(name)));
const seen = recorded();
const lineOf = (condition: Condition, { situation, seed, breaks, beside = [] }: Seen): string =>
  `seen      ${[idOf(condition), ...beside].join(' & ')}, ${situation} ${seed}: ${breaks}`;

/** Lives a recorded life again. */
const again = async (condition: Condition, known: Seen | undefined): Promise<Seen | undefined> => {
  const { situation = '', seed = 0, beside = [] } = known ?? {};
  const breaks = known && (await brokenWithout(marked, [idOf(condition), ...beside], { situation, seed }));
  return breaks === undefined ? undefined : ({ ...known, breaks } as Seen);
};

let missed = 0;
for (const one of chosen) {
  const known = seen[idOf(one)];
  const found = await again(one, known);
  if (found) say(lineOf(one, found));
  else if (known) say(`NO MORE   ${idOf(one)}, ${known.situation} ${known.seed}: nothing breaks`);
  else say(`not seen  ${idOf(one)}: ${UNSEEN[idOf(one)] ?? 'nobody has said why'}`);
  if (known && !found) {
    missed += 1;
    delete seen[idOf(one)];
  }
}
if (values.search) {
  const tallies = await search({
    marked,
    wanted: chosen.filter((one) => !seen[idOf(one)] || seen[idOf(one)]?.beside),
    situations: values.situations.split(','),
    seeds: Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.from) + at),
    tries: Number(values.tries),
    said: say,
    found: (condition, found) => {
      if (found.beside && seen[idOf(condition)]) return;
      seen[idOf(condition)] = found;
      record(seen);
      say(lineOf(condition, found));
    },
  });
  for (const one of chosen.filter((condition) => !seen[idOf(condition)])) {
    const { refused = 0, decided = 0, beside = new Map<string, number>() } = tallies.get(idOf(one)) ?? {};
    const others = [...beside].sort((one, other) => other[1] - one[1]).slice(0, 2);
    say(`NOT SEEN  ${idOf(one)}: refused ${refused} times, decided ${decided} times`);
    for (const [names, times] of others) say(`            ${times} times beside ${names}`);
  }
  showTable(all);
}
say(`${chosen.length} conditions, ${chosen.filter((one) => seen[idOf(one)]).length} seen, ${missed} no more`);
if (missed > 0) process.exitCode = 1;
