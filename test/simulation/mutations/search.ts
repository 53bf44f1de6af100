import { simulate } from '../simulate.ts';
import { type Condition, idOf } from './conditions.ts';
import { refusing } from './probe.ts';
import { brokenWithout, LOG, type Marked, type Seen } from './seen.ts';
import { SITUATIONS, type Situation } from './situations/index.ts';

/** What breaks because a write that tells of something took a number that was not free: it says nothing about the others. */
const ABOUT_THE_LOG = /\blog\b|two events|heard twice/i;

/** More conditions that refuse the same write than these are rarely told apart. */
const MOST_TOGETHER = 7;

/** How often a condition refuses, how often it decides, and which others refuse beside it when it does not. */
export type Tally = { refused: number; decided: number; beside: Map<string, number> };

type Search = {
  /** Those that are looked for. */
  wanted: readonly Condition[];
  marked: Marked;
  situations: readonly string[];
  seeds: readonly number[];
  /** Lives without it that are tried for one condition. */
  tries: number;
  found(condition: Condition, seen: Seen): void;
  said(line: string): void;
};

/**
 * Lives of the product as it is, one after the other. Where a condition decided that nobody has missed yet, the same life
 * is lived without it.
 */
export const search = async (given: Search): Promise<Map<string, Tally>> => {
  const { wanted, marked, situations, seeds, tries, found, said } = given;
  const { all } = marked;
  const tallies = new Map(all.map((one) => [idOf(one), { refused: 0, decided: 0, beside: new Map() } as Tally]));
  const left = new Set(wanted.map(idOf));
  const known = new Map(all.map((one) => [idOf(one), one]));
  const tried = new Map<string, number>();
  for (const seed of seeds) {
    for (const name of situations) {
      const situation = SITUATIONS[name] as Situation;
      const { decisive, violations } = await lived(marked, { situation, seed, tallies });
      if (violations.length > 0) {
        said(`BROKEN WITH ALL CONDITIONS: ${name}, seed ${seed}: ${violations[0]}`);
        continue;
      }
      // Single ones first: whoever is missed alone need not be missed in company.
      for (const together of [...decisive].sort((one, other) => one.length - other.length)) {
        const ids = together.split(' & ');
        const times = tried.get(together) ?? 0;
        if (times >= tries || !ids.some((id) => left.has(id))) continue;
        tried.set(together, times + 1);
        const life = { situation: name, seed };
        const withLog = ids.length > 1 && ids.includes(LOG);
        // Without the log's condition alone nothing may break in this life, or it would say nothing about the others.
        if (withLog && (await brokenWithout(marked, [LOG], { ...life, beside: ids })) !== undefined) continue;
        const breaks = await brokenWithout(marked, ids, life);
        if (breaks === undefined || (withLog && ABOUT_THE_LOG.test(breaks))) continue;
        for (const id of ids.filter((one) => left.has(one) && (one !== LOG || ids.length === 1))) {
          const beside = ids.filter((one) => one !== id);
          found(known.get(id) as Condition, { situation: name, seed, breaks, ...(beside.length > 0 && { beside }) });
          if (beside.length === 0) left.delete(id);
        }
      }
    }
  }
  return tallies;
};

/** One life with everything in place, and which conditions decided in it, alone or several together. */
const lived = async (
  { load, all }: Marked,
  { situation, seed, tallies }: { situation: Situation; seed: number; tallies: Map<string, Tally> },
): Promise<{ decisive: Set<string>; violations: string[] }> => {
  const decisive = new Set<string>();
  const { violations } = await simulate(load, {
    ...situation,
    seed,
    watch: (call, table) => {
      const { refuses, decides } = refusing(call, table);
      const names = refuses.map((at) => idOf(all[at] as Condition));
      for (const at of decides) {
        const id = idOf(all[at] as Condition);
        decisive.add(id);
        (tallies.get(id) as Tally).decided += 1;
      }
      for (const name of names) {
        const tally = tallies.get(name) as Tally;
        tally.refused += 1;
        const others = names.filter((one) => one !== name).join(' & ');
        if (others !== '') tally.beside.set(others, (tally.beside.get(others) ?? 0) + 1);
      }
      if (names.length > 1 && names.length <= MOST_TOGETHER) decisive.add(names.sort().join(' & '));
    },
  });
  return { decisive, violations };
};
