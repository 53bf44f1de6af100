import { readFileSync, writeFileSync } from 'node:fs';
import type { Load } from '../container/bundle.ts';
import { simulate } from '../simulate.ts';
import { type Condition, idOf } from './conditions.ts';
import { removing } from './probe.ts';
import { SITUATIONS, type Situation } from './situations/index.ts';

/**
 * The life in which a condition is missed, and the promise that breaks first in it. `beside`: others refuse the same writes,
 * because what they ask changes in the same transactions; it is missed once they are taken away with it.
 */
export type Seen = { situation: string; seed: number; breaks: string; beside?: string[] };

const FILE = new URL('./seen.json', import.meta.url);

export const recorded = (): Record<string, Seen> => JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Seen>;

export const record = (all: Record<string, Seen>): void => {
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
};

/** Ids, times and numbers differ from life to life, the sentence does not. */
const sentence = (violation: string): string =>
  violation
    .split('\n')[0]
    ?.replaceAll(/\b(?:[a-z]+_)?[0-9A-HJKMNP-TV-Z]{26}(?:_\d+)?\b/gi, '…')
    .replace(/ of USER#.*$|^(alice|bob): | ?\{.*$/g, '')
    .slice(0, 140) ?? '';

/** The product with every condition marked, and the list of them. */
export type Marked = { load: Load; all: readonly Condition[] };

type Life = Pick<Seen, 'situation' | 'seed'> & { beside?: readonly string[] };

/** The second guard of nearly everything: see the README. */
export const LOG = 'events/log numberIsFree';

/**
 * Which promise breaks in this life without these conditions; `undefined` if none does. With others, the log's condition is
 * taken away only where these stand beside it.
 */
export const brokenWithout = async (
  { load, all }: Marked,
  ids: readonly string[],
  { situation, seed, beside = ids }: Life,
): Promise<string | undefined> => {
  const numbersOf = (some: readonly string[]): number[] =>
    all.flatMap((one, at) => (some.includes(idOf(one)) ? [at] : []));
  const [log = -1] = numbersOf([LOG]);
  const others = numbersOf(beside).filter((at) => at !== log);
  const { violations } = await simulate(load, {
    ...(SITUATIONS[situation] as Situation),
    seed,
    watch: removing(numbersOf(ids), { log, beside: others }),
  });
  return violations[0] === undefined ? undefined : sentence(violations[0]);
};
