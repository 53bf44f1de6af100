import * as z from 'zod';
import { type Clock, DAY, epochSeconds } from '../../core/clock.ts';
import { type CacheScope, cacheKeys, getItem, putItem, SCHEMA_VERSION } from '../../store/index.ts';

/** How often a value was asked for, and what it cost. No text of its key: `name` is a digest of that. */
const accessSchema = z
  .object({
    name: z.string(),
    /** Uses, each worth half after a day. */
    score: z.number().positive(),
    /** Of its JSON text. */
    bytes: z.number().nonnegative(),
    load_ms: z.number().nonnegative(),
    /** Whether it may lie in objects too. */
    lasts: z.boolean().optional(),
  })
  .meta({ id: 'CacheAccess' });
export type Access = z.infer<typeof accessSchema>;

const patternSchema = z.object({ at_ms: z.number(), accesses: z.array(accessSchema) }).meta({ id: 'CachePattern' });

/** The most that is remembered of one scope: some 12 KB, six read units for a new container. */
const MAX_ACCESSES = 100;
const HALF_LIFE = DAY;
/** Nobody asked for so long: what was asked for then says nothing any more. */
const KEPT_FOR = 30 * DAY;

/** What was asked for in a scope, the most worthwhile first. */
export const readPattern = async (scope: CacheScope, clock: Clock): Promise<Access[]> => {
  const stored = patternSchema.safeParse(await getItem(cacheKeys.pattern(scope))).data;
  return stored ? byWorth(aged(stored.accesses, clock.now() - stored.at_ms)) : [];
};

/**
 * Adds what was asked for in this container. Of two containers that do so at the same time one is forgotten: it says the same
 * again a few minutes later, and a guess is all it is.
 */
export const addToPattern = async (scope: CacheScope, accesses: readonly Access[], clock: Clock): Promise<void> => {
  const all = new Map((await readPattern(scope, clock)).map((one) => [one.name, one]));
  for (const { score, ...one } of accesses) {
    all.set(one.name, { ...one, score: score + (all.get(one.name)?.score ?? 0) });
  }
  const now = clock.now();
  await putItem({
    ...cacheKeys.pattern(scope),
    v: SCHEMA_VERSION,
    at_ms: now,
    accesses: byWorth([...all.values()]).slice(0, MAX_ACCESSES),
    expires_at: epochSeconds(now + KEPT_FOR),
  });
};

const aged = (accesses: readonly Access[], age: number): Access[] => {
  const left = 0.5 ** (Math.max(0, age) / HALF_LIFE);
  return accesses.map((one) => ({ ...one, score: one.score * left })).filter(({ score }) => score >= LEAST_SCORE);
};

const LEAST_SCORE = 0.1;

/** What warming saves for each byte that it takes: the uses there will be, times what each would wait. */
const worth = ({ score, load_ms, bytes }: Access): number => (score * (1 + load_ms)) / (ITEM_OVERHEAD + bytes);
const ITEM_OVERHEAD = 200;

const byWorth = (accesses: Access[]): Access[] => accesses.sort((a, b) => worth(b) - worth(a));
