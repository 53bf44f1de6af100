import type { Clock } from '../../core/clock.ts';
import { type CacheScope, cacheKeys, type Key, type Outcome, transact, type Write } from '../../store/index.ts';
import type { Guard } from '../breaker.ts';
import type { KnownVersions } from './known.ts';
import { beginWriting, endWriting, type On, raiseVersion, raiseWrite, writerText } from './stored.ts';
import type { Options } from './tags.ts';

/** A writing under way: the version it raised, and itself with writers before it that never came back. */
export type Writing = { former: string; writers: readonly string[] };

/** `writes` gets the new version. */
export type Raising = { on: On; writes: (version: string) => Write[] };

/** What makes entries wrong. The container knows at once what it raised. */
export class Raises {
  readonly #clock: Clock;
  readonly #token: () => string;
  readonly #guard: Guard;
  readonly #known: KnownVersions;
  #done = 0;

  constructor({ clock, token, guard, known }: Options) {
    this.#clock = clock;
    this.#token = token;
    this.#guard = guard;
    this.#known = known;
  }

  /** How many this container has done. What it began to load before the last of them may be of before that. */
  get done(): number {
    return this.#done;
  }

  /** What remembered the version before is wrong from now on: here at once, elsewhere within a second. */
  async raise(scope: CacheScope, name: string): Promise<void> {
    const key = cacheKeys.tag(scope, name);
    const version = this.#token();
    await this.#change(key, version, () => raiseVersion(key, { version, now: this.#clock.now() }));
  }

  /** Raises a version together with what is stored under it, or does neither. */
  async raiseWith(scope: CacheScope, name: string, { on, writes }: Raising): Promise<Outcome> {
    const key = cacheKeys.tag(scope, name);
    const version = this.#token();
    const raise = raiseWrite(key, { version, now: this.#clock.now(), ...on });
    this.#known.forget(key);
    const outcome = await this.#guard(() => transact([raise, ...writes(version)]));
    if (outcome.ok) this.#learn(key, version);
    return outcome;
  }

  /** Nothing that is loaded from now on is kept, until the writing ends or its time is over. */
  async beginWriting(scope: CacheScope, name: string, duration: number): Promise<Writing> {
    const key = cacheKeys.tag(scope, name);
    const now = this.#clock.now();
    const former = this.#token();
    const writer = writerText(now + duration, former);
    const gone = await this.#change(key, former, () => beginWriting(key, { version: former, now, writers: [writer] }));
    return { former, writers: [writer, ...gone] };
  }

  async endWriting(scope: CacheScope, name: string, { writers }: Writing): Promise<void> {
    const key = cacheKeys.tag(scope, name);
    const version = this.#token();
    await this.#change(key, version, () => endWriting(key, { version, now: this.#clock.now(), writers }));
  }

  /** Whether a change that failed was done is not known: then neither is the version. */
  async #change<T>(key: Key, version: string, write: () => Promise<T>): Promise<T> {
    this.#known.forget(key);
    const result = await this.#guard(write);
    this.#learn(key, version);
    return result;
  }

  #learn(key: Key, version: string): void {
    this.#done += 1;
    this.#known.learn(key, version, this.#known.begin());
  }
}
