import { LRUCache } from 'lru-cache';
import { type Cache, containerCache } from '../cache/index.ts';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { Known } from './known.ts';
import { Space } from './space.ts';

/** What a container keeps at most: with a megabyte each, a tenth of a function's memory when all are full. */
const MOST_LIVE = 50;
/** A space that nobody used for as long is dropped: about as long as Lambda keeps an idle container. */
const IDLE_AFTER = 15 * MINUTE;

type Options = { max?: number; idleAfter?: number; clock?: Clock; cache?: () => Cache };

export type Statistics = { live: number; users: number; made: number; found: number; dropped: number };

/**
 * The spaces that are live in this container, made at first use: at most so many, the least recently used out first, idle
 * ones after a time. They are a cache and nothing else: any may be dropped at any moment, and no limit is counted here.
 */
export class Spaces {
  readonly #live: LRUCache<string, Known>;
  readonly #clock: Clock;
  readonly #cache: () => Cache;
  #made = 0;
  #found = 0;
  #dropped = 0;

  constructor({ max = MOST_LIVE, idleAfter = IDLE_AFTER, clock = systemClock, cache = containerCache }: Options = {}) {
    this.#clock = clock;
    this.#cache = cache;
    this.#live = new LRUCache({
      max,
      ttl: idleAfter,
      ttlResolution: 0,
      updateAgeOnGet: true,
      perf: clock,
      dispose: () => {
        this.#dropped += 1;
      },
    });
  }

  /** The space of a project, for this caller. */
  of(project: ProjectScope): Space {
    const known = this.#live.get(project.prefix);
    if (known) {
      this.#found += 1;
      return new Space(project, known, this.#cache);
    }
    const fresh = new Known(this.#clock);
    this.#live.set(project.prefix, fresh);
    this.#made += 1;
    return new Space(project, fresh, this.#cache);
  }

  /** The same, if it is live. */
  get(project: ProjectScope): Space | undefined {
    return this.isLive(project) ? this.of(project) : undefined;
  }

  isLive(project: ProjectScope): boolean {
    return this.#live.has(project.prefix);
  }

  remove(project: ProjectScope): boolean {
    return this.#live.delete(project.prefix);
  }

  /** Drops all of a user's spaces, and returns how many. */
  removeAll(user: UserScope): number {
    const theirs = this.#of(user);
    for (const key of theirs) this.#live.delete(key);
    return theirs.length;
  }

  /** Drops the idle ones now. */
  cleanUp(): void {
    this.#live.purgeStale();
  }

  clear(): void {
    this.#live.clear();
  }

  /** How many of a user's projects are live here; how many there are is the table's to say. */
  count(user: UserScope): number {
    this.cleanUp();
    return this.#of(user).length;
  }

  statistics(): Statistics {
    this.cleanUp();
    const users = new Set([...this.#live.keys()].map((key) => key.slice(0, key.indexOf('#PRJ#'))));
    const { size: live } = this.#live;
    return { live, users: users.size, made: this.#made, found: this.#found, dropped: this.#dropped };
  }

  #of({ prefix }: UserScope): string[] {
    return [...this.#live.keys()].filter((key) => key.startsWith(`${prefix}#PRJ#`));
  }
}

/** Those of this container. */
export const spaces = new Spaces();
