import { randomUUID } from 'node:crypto';
import { type Clock, SECOND } from '../core/clock.ts';
import { pause, type Random } from '../core/jitter.ts';
import { Breaker, type Guard } from './breaker.ts';
import { type Entry, frozen, type Held } from './entry.ts';
import { Figures } from './figures.ts';
import type { Level, Place } from './level.ts';
import { DEFAULT_TTL_MS, loopClock, type MemoryLevel, type MemoryOptions, memoryLevel } from './memory/index.ts';
import type { Keep } from './options.ts';
import { type TableLevel, tableLevel } from './table/index.ts';
import { KnownVersions } from './tags/known.ts';
import { rememberedOf } from './tags/names.ts';
import { Raises } from './tags/raises.ts';
import { Tags } from './tags/tags.ts';
import { type Budget, Warming } from './warming/index.ts';

/** A level behind its breaker. */
export type Guarded<L extends Level = Level> = { level: L; breaker: Breaker };

export type CacheOptions = {
  memory?: Omit<MemoryOptions, 'clock'> & { ttl_s?: number };
  /** Where containers share values; the table unless said otherwise. Versions and leases lie in the table in any case. */
  shared?: Level;
  persistent?: Level;
  clock?: Clock;
  /** Milliseconds since some moment, never put back. */
  uptime?: () => number;
  random?: Random;
  token?: () => string;
  pause?: (milliseconds: number) => Promise<void>;
  /** Milliseconds after which a level that has not answered counts as failed. */
  patience_ms?: number;
  /** Fetches what was asked for before, within this budget for each scope; not unless it is given. */
  warming?: Partial<Budget>;
};

/** What a cache is made of; every piece of the protocol gets it. */
export type Parts = {
  memory: MemoryLevel<Held>;
  warming: Warming | undefined;
  /** What warming has fetched, as a level that is asked before the others. */
  warmed: Guarded | undefined;
  /** In front of the versions and the leases. */
  table: Guard;
  shared: Guarded<Level | TableLevel>;
  persistent: Guarded | undefined;
  tags: Tags;
  raises: Raises;
  figures: Figures;
  breakers: readonly Breaker[];
  clock: Clock;
  random: Random;
  pause: (milliseconds: number) => Promise<void>;
  /** A text that was never there before: versions, fences. */
  token: () => string;
  /** Of this container. */
  owner: string;
  /** Milliseconds that memory keeps anything at most. */
  memory_ttl: number;
};

/** A hit reads the time several times, and reading it takes longer than all the rest: see `loopClock`. */
const sinceStart = (): (() => number) => loopClock({ now: () => performance.now() }).now;

export const partsOf = (options: CacheOptions): Parts => {
  const { clock = loopClock(), random = Math.random, token = randomUUID, patience_ms } = options;
  const { ttl_s, ...bounds } = options.memory ?? {};
  const breakerOf = (level: string) => new Breaker({ level, clock, ...(patience_ms !== undefined && { patience_ms }) });
  const table = breakerOf('table');
  const known = new KnownVersions(clock, options.uptime ?? sinceStart());
  const versions = { clock, token, guard: table.run, known };
  const shared = options.shared ?? tableLevel();
  const guarded = (level: Level): Guarded => ({
    level,
    breaker: level.name === 'table' ? table : breakerOf(level.name),
  });
  const levels = [guarded(shared), ...(options.persistent ? [guarded(options.persistent)] : [])];
  const reading = { shared: levels[0] as Guarded, persistent: levels[1] };
  const warming = options.warming && warmingOf(reading, { budget: options.warming, clock, guard: table.run });
  return {
    memory: memoryLevel<Held>({ ...bounds, clock }),
    table: table.run,
    ...reading,
    warming,
    warmed: warming && guarded(warming.level),
    tags: new Tags(versions),
    raises: new Raises(versions),
    figures: new Figures(),
    breakers: [...new Set([table, ...levels.map(({ breaker }) => breaker)])],
    clock,
    random,
    pause: options.pause ?? pause,
    token,
    owner: token(),
    memory_ttl: ttl_s === undefined ? DEFAULT_TTL_MS : ttl_s * SECOND,
  };
};

type Warmed = { budget: Partial<Budget>; clock: Clock; guard: Guard };

/** A level that fails has nothing to warm with. */
const warmingOf = ({ shared, persistent }: Pick<Parts, 'shared' | 'persistent'>, warmed: Warmed): Warming =>
  new Warming({
    ...warmed,
    read: async (place, lasts) => {
      const found = await shared.breaker.run(() => shared.level.get(place));
      return found ?? (lasts ? persistent?.breaker.run(() => persistent.level.get(place)) : undefined);
    },
  });

/** A value with what was kept of it. */
export type Found<V> = { value: V; entry: Entry };

/** Keeps a value in memory: unchangeable, since all who ask for it in this container get the same one. */
export const hold = (
  { memory, clock, memory_ttl, warming }: Parts,
  { id, place, level }: { id: string; place: Place; level: Keep<unknown>['level'] },
  { value, entry }: Found<unknown>,
): void => {
  const { text, versions, ...times } = entry;
  // What memory alone keeps, no other container finds anywhere.
  const isShared = level !== 'memory';
  const cost = { bytes: text.length, load_ms: entry.load_ms, lasts: level === 'persistent' };
  const use = isShared ? warming?.recorded(place, cost) : undefined;
  memory.set(
    id,
    { ...times, value: frozen(value), versions: rememberedOf(place.scope, versions), use },
    { expires_at_ms: Math.min(entry.ends_at_ms, clock.now() + memory_ttl) },
  );
};
