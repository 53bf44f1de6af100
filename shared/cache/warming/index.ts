import { type Clock, MINUTE } from '../../core/clock.ts';
import { log } from '../../observability/log.ts';
import type { CacheScope } from '../../store/index.ts';
import type { Guard } from '../breaker.ts';
import type { Entry } from '../entry.ts';
import type { Level, Place } from '../level.ts';
import { type Budget, DEFAULT_BUDGET, within } from './budget.ts';
import { type Access, addToPattern, readPattern } from './pattern.ts';
import { Recorder } from './recorder.ts';
import type { Use } from './use.ts';

export type { Budget } from './budget.ts';

/** Values that are read at the same time. After each such batch the budget of time is looked at again. */
const BATCH_SIZE = 8;
/** What nobody asks for in so long was a wrong guess. */
const WAITS_FOR = 5 * MINUTE;
/** The most that waits in a container, of all scopes together. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;
/** How often a container writes down what was asked for in a scope, and of how many scopes at one time. */
const WRITTEN_EVERY = 5 * MINUTE;
/** The first time sooner: many containers do not live for long. */
const FIRST_AFTER = MINUTE;
const SCOPES_AT_A_TIME = 4;

type Options = {
  clock: Clock;
  budget?: Partial<Budget>;
  /** In front of the table. */
  guard: Guard;
  /** Reads a value from the levels that containers share. */
  read: (place: Place, lasts: boolean) => Promise<Entry | undefined>;
};

type Waiting = { entry: Entry; until: number };

export type WarmingFigures = { scopes: number; values: number; hits: number; wasted: number; waiting_bytes: number };

/**
 * Fetches, when a scope is first met in a container, what was asked for most in it before, the most worthwhile first. What it
 * fetched waits here until somebody asks for it, and goes then through the same checks as if it had just been read.
 */
export class Warming {
  readonly #options: Options;
  readonly #recorder = new Recorder(WRITTEN_EVERY - FIRST_AFTER);
  readonly #met = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Waiting>();
  #bytes = 0;
  readonly #figures = { scopes: 0, values: 0, hits: 0, wasted: 0 };

  constructor(options: Options) {
    this.#options = options;
  }

  recorded(place: Place, cost: Omit<Use, 'uses'>): Use {
    return this.#recorder.useOf(place, cost, this.#options.clock.now());
  }

  /** Begins to warm a scope, once in a container. Nobody has to wait for it, and nobody is the worse off if it fails. */
  meet(scope: CacheScope): Promise<void> {
    const met = this.#met.get(scope.prefix);
    if (met) return met;
    if (this.#met.size >= MAX_MET) this.#met.clear();
    const warmed = this.#warm(scope).catch((error: Error) => log.warn('cache not warmed', { error }));
    this.#met.set(scope.prefix, warmed);
    return warmed;
  }

  async #warm(scope: CacheScope): Promise<void> {
    const { clock, guard } = this.#options;
    const budget = { ...DEFAULT_BUDGET, ...this.#options.budget };
    const ends = clock.now() + budget.max_ms;
    const wanted = within(await guard(() => readPattern(scope, clock)), budget);
    if (wanted.length > 0) this.#figures.scopes += 1;
    for (let at = 0; at < wanted.length && clock.now() < ends; at += BATCH_SIZE) {
      await Promise.all(wanted.slice(at, at + BATCH_SIZE).map((access) => this.#fetch(scope, access)));
    }
  }

  async #fetch(scope: CacheScope, { name, lasts = false }: Access): Promise<void> {
    const entry = await this.#options.read({ scope, name }, lasts);
    if (!entry) return;
    this.#tidy(entry.text.length);
    if (this.#bytes + entry.text.length > MAX_WAITING_BYTES) return;
    this.#waiting.set(idOf({ scope, name }), { entry, until: this.#options.clock.now() + WAITS_FOR });
    this.#bytes += entry.text.length;
    this.#figures.values += 1;
  }

  /** What was fetched, for whoever looks through the levels. Each value is given once, and is then in memory. */
  readonly level: Level = {
    name: 'warmed',
    max_bytes: 0,
    get: async (place) => this.#take(place),
    put: async () => undefined,
    delete: async (place) => {
      this.#take(place);
    },
  };

  #take(place: Place): Entry | undefined {
    const waiting = this.#waiting.get(idOf(place));
    if (!waiting) return undefined;
    this.#drop(idOf(place), waiting);
    const now = this.#options.clock.now();
    if (waiting.until <= now || waiting.entry.fresh_until_ms <= now) {
      this.#figures.wasted += 1;
      return undefined;
    }
    this.#figures.hits += 1;
    return waiting.entry;
  }

  /** Makes room: what has waited too long goes, and then what has waited longest. They lie in the order of their coming. */
  #tidy(needed: number): void {
    const now = this.#options.clock.now();
    for (const [id, waiting] of this.#waiting) {
      if (waiting.until > now && this.#bytes + needed <= MAX_WAITING_BYTES) return;
      this.#drop(id, waiting);
      this.#figures.wasted += 1;
    }
  }

  #drop(id: string, { entry }: Waiting): void {
    this.#waiting.delete(id);
    this.#bytes -= entry.text.length;
  }

  /** Writes down what was asked for, if it is time. For the end of an invocation; never fails, since all it holds are guesses. */
  async write(): Promise<void> {
    const { clock, guard } = this.#options;
    const now = clock.now();
    const due = this.#recorder.take(SCOPES_AT_A_TIME, { before: now - WRITTEN_EVERY, now });
    const writing = due.map(({ scope, accesses }) =>
      guard(() => addToPattern(scope, accesses, clock)).catch((error: Error) =>
        log.warn('cache pattern not written', { error }),
      ),
    );
    await Promise.all(writing);
  }

  figures(): WarmingFigures {
    return { ...this.#figures, waiting_bytes: this.#bytes };
  }
}

/** Scopes that a container has met and not forgotten. */
const MAX_MET = 10_000;

const idOf = ({ scope, name }: Place): string => `${scope.prefix}\n${name}`;
