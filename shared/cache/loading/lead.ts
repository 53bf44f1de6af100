import { fullJitter } from '../../core/jitter.ts';
import { type Claim, claim } from '../leases/lease.ts';
import type { Terms } from '../options.ts';
import type { Parts } from '../parts.ts';
import { look } from '../reading/look.ts';
import { type Asked, isDue, isFresh, kept, type Loaded, type Standing, served, standingOn } from './asked.ts';
import { loadAlone, loadUnderLease } from './load.ts';

/** Between two looks of a container that waits for another's load, at most; by chance shorter. */
const POLL = { base: 20, cap: 250 };

/**
 * Gets a value that memory does not have, or that it is time to load anew: from another level, by loading it, or from
 * whoever is loading it.
 */
export const lead = async <V>(parts: Parts, asked: Asked<V>, current?: Standing<V>): Promise<Loaded<V>> => {
  if (asked.keep.level === 'memory') return loadUnderLease(parts, asked, { lease: undefined, standing: current });
  const began = parts.clock.now();
  const watch = new Watch();
  let standing = current;
  for (let attempt = 0; ; attempt += 1) {
    const found = await look(parts, asked.place, asked.keep);
    if (found && found.entry.stored_at_ms !== standing?.entry.stored_at_ms) {
      standing = standingOn(asked.place, found);
      if (!isDue(parts, standing, asked.terms)) return kept(parts, asked, found);
    }
    const claimed = await tryToClaim(parts, asked, watch.overdue(parts.clock.now(), asked.terms.lease));
    if (claimed === 'skipped') {
      return standing && isFresh(parts, standing) ? served(parts, standing) : loadAlone(parts, asked, standing);
    }
    if (claimed.won) return loadUnderLease(parts, asked, { lease: claimed.lease, standing });
    // Somebody is at it.
    if (standing) return served(parts, standing);
    watch.saw(claimed.fence, parts.clock.now());
    if (isOutOfPatience(parts.clock.now() - began, asked.terms)) return loadAlone(parts, asked, undefined);
    await parts.pause(1 + fullJitter(Math.min(attempt, 6), { ...POLL, random: parts.random }));
  }
};

/** Which claim a waiting container has seen, and since when by its own clock. */
class Watch {
  #fence = '';
  #since = 0;

  saw(fence: string, now: number): void {
    if (fence === this.#fence) return;
    this.#fence = fence;
    this.#since = now;
  }

  overdue(now: number, lease: number): string | undefined {
    return this.#fence !== '' && now - this.#since >= lease ? this.#fence : undefined;
  }
}

/** Three loaders in a row that did not end: whoever waited for all of them loads without a lease. */
const isOutOfPatience = (waited: number, { lease }: Terms): boolean => waited > 3 * lease;

const tryToClaim = async <V>(
  parts: Parts,
  { place, terms }: Asked<V>,
  watched: string | undefined,
): Promise<Claim | 'skipped'> => {
  const wanted = { fence: parts.token(), owner: parts.owner, now: parts.clock.now(), duration: terms.lease, watched };
  try {
    return await parts.table(() => claim(place, wanted));
  } catch {
    // The breaker has noted it.
    return 'skipped';
  }
};
