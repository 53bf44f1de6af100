import { invocationUnderWay } from '../observability/invocation.ts';
import { type Outcome, putItem, transact, type Write } from '../store/index.ts';
import type { Entry } from './entry.ts';
import { unwritten } from './leases/commit.ts';
import type { Place } from './level.ts';
import { levelsOutside, putInto, writeOf } from './loading/put.ts';
import type { Keep } from './options.ts';
import type { Parts } from './parts.ts';

/** What waits to be written into the shared levels. */
type Waiting = { place: Place; level: Keep<unknown>['level']; entry: Entry };
/** `by`: the invocation that left it, which alone writes it, so that none touches what is another user's. */
type Left = Waiting & { by: object | undefined };

const MOST_WAITING = 500;
const MOST_BYTES = 4 * 1024 * 1024;
const AT_ONCE = 8;

/**
 * Values that this container has already and others get later: written together before the invocation ends, each key
 * once however often it was set. One that is lost, with its container or because its versions were raised, costs a load.
 */
export class WriteBehind {
  readonly #parts: Parts;
  readonly #waiting = new Map<string, Left>();
  #bytes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  add(id: string, waiting: Waiting): void {
    this.#remove(id);
    this.#waiting.set(id, { ...waiting, by: invocationUnderWay() });
    this.#bytes += waiting.entry.text.length;
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING && this.#bytes <= MOST_BYTES) return;
      this.#remove(oldest);
      this.#parts.figures.count('writes_dropped');
    }
  }

  /** Writes what this invocation left. Never fails, and waits no longer than the breakers do. */
  async flush(): Promise<void> {
    const mine = invocationUnderWay();
    const ours = [...this.#waiting].filter(([, { by }]) => by === mine);
    for (const [id] of ours) this.#remove(id);
    const all = ours.map(([, waiting]) => waiting);
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await Promise.all(all.slice(from, from + AT_ONCE).map((one) => this.#write(one)));
    }
  }

  async #write({ place, level, entry }: Waiting): Promise<void> {
    const { table, figures } = this.#parts;
    const value = writeOf(this.#parts, place, entry);
    const checks = unwritten(place, entry.versions);
    try {
      const writes = [...checks, ...(value ? [value] : [])];
      const isStored = writes.length === 0 || (await table(() => together(writes))).ok;
      if (isStored) await putInto(this.#parts, levelsOutside(this.#parts, { level, entry }), { place, entry });
      figures.count(isStored ? 'writes_behind' : 'writes_dropped');
    } catch {
      // The breaker has noted it.
      figures.count('writes_dropped');
    }
  }

  #remove(id: string): void {
    this.#bytes -= this.#waiting.get(id)?.entry.text.length ?? 0;
    this.#waiting.delete(id);
  }
}

/** A transaction costs twice what its writes cost by themselves, so one put is none. */
const together = (writes: Write[]): Promise<Outcome> => {
  const [first, another] = writes;
  if (!first || another || !('put' in first)) return transact(writes);
  const { put, ...condition } = first;
  return putItem(put, condition);
};
