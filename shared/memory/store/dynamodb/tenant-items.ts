import { Defect } from '../../../core/errors.ts';
import type { MemoryItem, TimePosition, VectorTable } from '../../../platform/vector-table/index.ts';
import type { Payload } from '../../record/payload.ts';
import type { Filter } from '../qdrant.ts';
import { MemoryUnavailable } from '../unavailable.ts';
import { matches } from './filter-match.ts';
import { idsIn, isEmpty, readsText } from './filter-parts.ts';
import { payloadIn, WITH_TEXT, WITHOUT_TEXT } from './items.ts';

/** Writes side by side. */
const AT_ONCE = 16;
/** A memory that changes as often as this between being read and being written is being fought over. */
const MOST_ATTEMPTS = 5;

export type Present = { item: MemoryItem; payload: Payload };
type Slice = Parameters<VectorTable['slice']>[0];

/** One tenant's items of the table of memories, read and changed by filter. Each that is read is checked to be the tenant's. */
export class TenantItems {
  readonly #table: VectorTable;
  readonly #tenant: string;
  readonly #signal: AbortSignal | undefined;

  constructor(options: { table: VectorTable; tenant: string; signal?: AbortSignal | undefined }) {
    this.#table = options.table;
    this.#tenant = options.tenant;
    this.#signal = options.signal;
  }

  /** Whatever the table says, to the caller the memory is unavailable; what the caller gave up stays that. */
  async ask<T>(question: (table: VectorTable) => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    try {
      return await question(this.#table);
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw new MemoryUnavailable(error);
    }
  }

  async slice(filter: Filter, slice: Slice): Promise<{ payloads: Present[]; next: TimePosition | undefined }> {
    const { items, next } = await this.ask((table) => table.slice(slice));
    return { payloads: this.#meeting(filter, items), next };
  }

  /** Those of the ids that are there and meet the filter, as they are now. */
  async present(ids: string[], filter: Filter, attributes: string[] = WITH_TEXT): Promise<Present[]> {
    if (ids.length === 0) return [];
    return this.#meeting(filter, await this.ask((table) => table.get(ids, attributes)));
  }

  async *matching(filter: Filter): AsyncGenerator<Present[]> {
    const ids = idsIn(filter);
    if (ids) return yield await this.present(ids, filter);
    const attributes = attributesFor(filter, false);
    let after: TimePosition | undefined;
    do {
      const { payloads, next } = await this.slice(filter, { direction: 'asc', after, attributes, consistent: true });
      yield payloads;
      after = next;
    } while (after !== undefined);
  }

  /**
   * Acts on each memory that meets the filter, and on none that no longer does:
   *
   *   reads it: not pinned │                         │ removes it, as it was read: refused │ reads it: pinned, so it stays
   *                        │ somebody else: pins it  │                                     │
   */
  async each(filter: Filter, act: Act): Promise<void> {
    for await (const present of this.matching(filter)) {
      let items = present.map(({ item }) => item);
      for (let attempt = 0; items.length > 0; attempt += 1) {
        if (attempt >= MOST_ATTEMPTS)
          throw new MemoryUnavailable(new Error('Memories change faster than they are read.'));
        const changed = await this.#lostOf(items, act);
        items = (await this.present(changed, filter)).map(({ item }) => item);
      }
    }
  }

  #meeting(filter: Filter, items: MemoryItem[]): Present[] {
    return items.flatMap((item) => {
      if (item.tenant !== this.#tenant) throw new Defect('The table of memories returned one of another agent.');
      const payload = payloadIn(item);
      return isEmpty(filter) || matches(filter, payload) ? [{ item, payload }] : [];
    });
  }

  /** The ids of those that had changed since they were read. */
  async #lostOf(items: MemoryItem[], act: Act): Promise<string[]> {
    const lost: string[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const some = items.slice(from, from + AT_ONCE);
      const done = await Promise.all(some.map((item) => this.ask((table) => act(table, item))));
      lost.push(...some.filter((_, index) => !done[index]).map(({ sk }) => sk));
    }
    return lost;
  }
}

/** Whether it was done; it is not where the item is no longer as it was read. */
type Act = (table: VectorTable, item: MemoryItem) => Promise<boolean>;

export const attributesFor = (filter: Filter, isTextWanted: boolean): string[] =>
  isTextWanted || readsText(filter) ? WITH_TEXT : WITHOUT_TEXT;
