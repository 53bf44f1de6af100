import { type Clock, SECOND } from '../../core/clock.ts';
import type { Key } from '../../store/index.ts';
import type { Remembered } from '../entry.ts';
import { idOfKey } from './names.ts';

/** A container goes by the version that it read less than a second ago. */
export const VERSION_AGE = SECOND;
/** A version that was used since then is read together with the next that is needed. */
const IN_USE_FOR = 2 * SECOND;
const MOST_TOGETHER = 100;
const MOST_KNOWN = 10_000;

/** When a reading began, by both clocks. */
type Moment = { at: number; up: number };
type Reading = Moment & { read: number };
type Known = Reading & { key: Key; version: string | undefined; used: number };

export type Judgement = 'current' | 'superseded' | 'unknown';

/**
 * The versions that this container has read. Readings are numbered when they begin, so that one which was under way while
 * the container itself raised a version does not bring the old one back:
 *
 *     reading 7   asks the table ─── gets version a ──────────────────────── comes too late: the raise is number 8
 *     raise                  ─── b is stored ── known from now on, number 8
 */
export class KnownVersions {
  readonly #clock: Clock;
  readonly #uptime: () => number;
  readonly #known = new Map<string, Known>();
  #begun = 0;

  constructor(clock: Clock, uptime: () => number) {
    this.#clock = clock;
    this.#uptime = uptime;
  }

  /** The number of a reading that begins now. */
  begin(): Reading {
    this.#begun += 1;
    return { read: this.#begun, at: this.#clock.now(), up: this.#uptime() };
  }

  get begun(): number {
    return this.#begun;
  }

  /** What a reading found, `undefined` for a version that is not there. */
  learn(key: Key, version: string | undefined, reading: Reading): void {
    const id = idOfKey(key);
    const known = this.#known.get(id);
    if (known && known.read > reading.read) return;
    this.#known.delete(id);
    this.#known.set(id, { ...reading, key, version, used: known?.used ?? reading.at });
    if (this.#known.size > MOST_KNOWN) this.#known.delete(this.#known.keys().next().value ?? '');
  }

  versionOf(key: Key): string | undefined {
    return this.#known.get(idOfKey(key))?.version;
  }

  forget(key: Key): void {
    this.#known.delete(idOfKey(key));
  }

  /** Whether all these versions are current. A reading that began after number `since` is young enough, however long it took. */
  judge(versions: readonly Remembered[], now: number, since = Number.POSITIVE_INFINITY): Judgement {
    for (const { id, version } of versions) {
      const known = this.#known.get(id);
      if (!known || !(known.read > since || this.#isYoung(known, now))) return 'unknown';
      if (known.version !== version) return 'superseded';
      known.used = now;
    }
    return 'current';
  }

  needs(key: Key, now: number, since: number): boolean {
    const known = this.#known.get(idOfKey(key));
    return !known || !(known.read > since || this.#isYoung(known, now));
  }

  /** What one batch reads: what is needed, and what else has been in use, so that it is not read a moment later. */
  batch(needed: readonly Key[], now: number): Key[] {
    const keys = new Map(needed.map((key) => [idOfKey(key), key]));
    for (const [id, known] of this.#known) {
      if (keys.size >= MOST_TOGETHER) break;
      if (now - known.used < IN_USE_FOR && !this.#isYoung(known, now)) keys.set(id, known.key);
    }
    return [...keys.values()];
  }
  /**
   * By the time of day and by the time since the process began: the one can be put back, and the other may stand while a
   * container is frozen.
   */
  #isYoung({ at, up }: Moment, now: number): boolean {
    return now >= at && now - at < VERSION_AGE && this.#uptime() - up < VERSION_AGE;
  }
}
