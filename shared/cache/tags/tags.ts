import type { Clock } from '../../core/clock.ts';
import { type CacheScope, cacheKeys, isSameKey, type Key, keyOfItem } from '../../store/index.ts';
import type { Guard } from '../breaker.ts';
import type { Remembered, Versions } from '../entry.ts';
import type { Judgement, KnownVersions } from './known.ts';
import { createVersion, readVersions, type Stored, storedOf } from './stored.ts';

export type Options = { clock: Clock; token: () => string; guard: Guard; known: KnownVersions };

/** The versions before a load. What is loaded while somebody writes through is not kept. */
export type Before = { versions: Versions; isBeingWritten: boolean };

/** The versions that entries remember, in the table and as far as this container knows them. */
export class Tags {
  readonly #clock: Clock;
  readonly #token: () => string;
  readonly #guard: Guard;
  readonly #known: KnownVersions;
  #underWay: Promise<unknown> | undefined;

  constructor({ clock, token, guard, known }: Options) {
    this.#clock = clock;
    this.#token = token;
    this.#guard = guard;
    this.#known = known;
  }

  /** Goes by what was read less than a second ago. */
  judge(versions: readonly Remembered[], now: number): Judgement {
    return this.#known.judge(versions, now);
  }

  /** Reads what is not known well enough: at most one batch a second for all that is in use. */
  async check(versions: readonly Remembered[]): Promise<Judgement> {
    const since = await this.refresh(versions.map(({ key }) => key));
    return this.#known.judge(versions, this.#clock.now(), since);
  }

  /**
   * The same for an entry that another container may have stored since: what contradicts a version read within the last second may
   * remember a newer one.
   */
  async checkShared(versions: readonly Remembered[]): Promise<Judgement> {
    const judged = await this.check(versions);
    if (judged !== 'superseded') return judged;
    const since = this.#known.begun;
    await this.#read(versions.map(({ key }) => key));
    return this.#known.judge(versions, this.#clock.now(), since);
  }

  /** Answers the number since which a reading counts as young enough for whoever asked. */
  async refresh(keys: readonly Key[]): Promise<number> {
    const since = this.#known.begun;
    for (;;) {
      const needed = keys.filter((key) => this.#known.needs(key, this.#clock.now(), since));
      if (needed.length === 0) return since;
      if (this.#underWay) await this.#underWay;
      else await this.#readTogether(needed);
    }
  }

  async #readTogether(needed: readonly Key[]): Promise<void> {
    const reading = this.#read(this.#known.batch(needed, this.#clock.now()));
    this.#underWay = Promise.allSettled([reading]);
    try {
      await reading;
    } finally {
      this.#underWay = undefined;
    }
  }

  async #read(keys: Key[]): Promise<Map<Key, Stored>> {
    const number = this.#known.begin();
    const items = await this.#guard(() => readVersions(keys));
    const found = new Map<Key, Stored>();
    for (const key of keys) {
      const item = items.find((one) => isSameKey(keyOfItem(one), key));
      const stored = item && storedOf(item, this.#clock.now());
      if (stored) found.set(key, stored);
      this.#known.learn(key, stored?.version, number);
    }
    return found;
  }

  /** The versions as they stand in the table now; what has none gets one, so that there is something to remember. */
  async ensure(scope: CacheScope, names: readonly string[]): Promise<Before> {
    if (names.length === 0) return { versions: {}, isBeingWritten: false };
    const keys = names.map((name) => cacheKeys.tag(scope, name));
    const found = await this.#read(keys);
    const all = await Promise.all(keys.map(async (key) => found.get(key) ?? this.#create(key)));
    return {
      versions: Object.fromEntries(names.map((name, at) => [name, (all[at] as Stored).version])),
      isBeingWritten: all.some(({ isBeingWritten }) => isBeingWritten),
    };
  }

  /** The versions as of the last second: for a value that is no older than they are. */
  async recent(scope: CacheScope, names: readonly string[]): Promise<Versions> {
    const keys = names.map((name) => cacheKeys.tag(scope, name));
    await this.refresh(keys);
    const all = keys.map(async (key) => this.#known.versionOf(key) ?? (await this.#create(key)).version);
    const versions = await Promise.all(all);
    return Object.fromEntries(names.map((name, at) => [name, versions[at] as string]));
  }

  async #create(key: Key): Promise<Stored> {
    const number = this.#known.begin();
    const stored = await this.#guard(() => createVersion(key, this.#token(), this.#clock.now()));
    this.#known.learn(key, stored.version, number);
    return stored;
  }
}
