import { Defect } from '../../../core/errors.ts';
import { MAX_TOP_K, vectorAttributeOf } from '../../../core/memory-table-schema.ts';
import type { TimePosition, VectorTable } from '../../../platform/vector-table/index.ts';
import type { Payload } from '../../record/payload.ts';
import type { Condition, Filter } from '../qdrant.ts';
import type { Found, Page, TenantVectors, Vector } from '../tenant-vectors.ts';
import { MemoryUnavailable } from '../unavailable.ts';
import { similarity } from './cosine.ts';
import { divided, isEmpty } from './filter-parts.ts';
import { besideOf, itemOf, WITH_TEXT } from './items.ts';
import { attributesFor, TenantItems } from './tenant-items.ts';

type Options = { table: VectorTable; tenant: string; sizes: readonly number[]; signal?: AbortSignal | undefined };

/** Megabytes that a search reads beside the index, the newest memories first: some thousands of texts. */
const MOST_SLICES = 8;
/** Of what was found so, the newest are compared: their vectors are 12 KB each. */
const MOST_COMPARED = 200;

/**
 * One agent's part of the table of memories. Nothing else talks to that table about memories. A role cannot be limited to
 * some users' part of a vector index, so it is this class that keeps tenants apart: the partition of every request is the
 * tenant's, and what comes back is checked again. A search yields ids; what they stand for is read from the table itself,
 * so it never shows what has been removed or replaced.
 */
export class TableVectors implements TenantVectors {
  readonly #tenant: string;
  readonly #sizes: readonly number[];
  readonly #items: TenantItems;

  constructor({ sizes, ...options }: Options) {
    this.#tenant = options.tenant;
    this.#sizes = sizes;
    this.#items = new TenantItems(options);
  }

  async write(vectors: Vector[]): Promise<void> {
    for (const { payload, vector } of vectors) {
      if (payload.tenant !== this.#tenant) throw new Defect('A memory of another agent was about to be written.');
      this.#refuseUnindexed(vector);
    }
    // A batch takes each key once; the last with an id is the one that stays.
    const items = new Map(vectors.map((one) => [one.payload.memory_id, itemOf(one)]));
    await this.#items.ask((table) => table.put([...items.values()]));
  }

  async nearest(vector: number[], filter: Filter, limit: number, minScore = -1): Promise<Found[]> {
    this.#refuseUnindexed(vector);
    const { inline, isWhole } = divided(filter);
    const topK = isWhole ? Math.min(limit, MAX_TOP_K) : MAX_TOP_K;
    const hits = await this.#items.ask((table) => table.search({ vector, topK, filters: inline }));
    const scores = new Map(hits.map(({ id, distance }) => [id, 1 - distance]));
    const present = await this.#items.present([...scores.keys()], filter);
    const found = present.map(({ item, payload }) => ({ payload, score: scores.get(item.sk)! }));
    const hasMore = !isWhole && found.length < limit && hits.length === topK;
    if (hasMore) found.push(...(await this.#compared(vector, filter, new Set(scores.keys()))));
    return found
      .filter(({ score }) => score >= minScore)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  async inOrder(filter: Filter, direction: 'asc' | 'desc', limit: number, from?: number): Promise<Payload[]> {
    const found: Payload[] = [];
    let after: TimePosition | undefined;
    do {
      const slice = { direction, from, after, limit: isEmpty(filter) ? limit - found.length : undefined };
      const { payloads, next } = await this.#items.slice(filter, { ...slice, attributes: WITH_TEXT, consistent: true });
      found.push(...payloads.map(({ payload }) => payload));
      after = next;
    } while (after !== undefined && found.length < limit);
    const sign = direction === 'asc' ? 1 : -1;
    return found
      .sort((a, b) => sign * (a.position - b.position) || (a.memory_id < b.memory_id ? -1 : 1))
      .slice(0, limit);
  }

  /** In the order of time; a page may hold fewer than asked for though more follow. */
  async page(filter: Filter, limit: number, after?: string, fields?: (keyof Payload)[]): Promise<Page> {
    const attributes = attributesFor(filter, !fields || fields.includes('text'));
    const start = after === undefined ? undefined : positionIn(after);
    const slice = { direction: 'asc' as const, after: start, limit, attributes, consistent: true };
    const { payloads, next } = await this.#items.slice(filter, slice);
    return { payloads: payloads.map(({ payload }) => payload), next: next && `${next.position}:${next.id}` };
  }

  async count(filter: Filter): Promise<number> {
    return (await this.countBySize(filter)).reduce((sum, { count }) => sum + count, 0);
  }

  async countBySize(filter: Filter): Promise<{ dimensions: number; count: number }[]> {
    const counts = new Map<number, number>();
    for await (const present of this.#items.matching(filter)) {
      for (const { item } of present) counts.set(item.dimensions, (counts.get(item.dimensions) ?? 0) + 1);
    }
    return [...counts].map(([dimensions, count]) => ({ dimensions, count }));
  }

  async facet(key: 'recalled', filter: Filter, limit: number): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for await (const present of this.#items.matching(filter)) {
      for (const value of present.flatMap(({ payload }) => payload[key] ?? [])) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, limit));
  }

  async update(filter: Filter, payload: Partial<Payload>): Promise<void> {
    const { text: _, ...memory } = payload;
    await this.#items.each(filter, (table, item) => table.update(item, { memory, attributes: besideOf(payload) }));
  }

  async remove(filter: Filter): Promise<void> {
    await this.#items.each(filter, (table, item) => table.remove(item));
  }

  removeTenant(): Promise<void> {
    return this.remove({});
  }

  named(ids: string[]): Condition {
    return { has_id: ids };
  }

  /**
   * The memories that meet a filter the index cannot judge, beyond those it found: their texts are read, the newest first,
   * and their vectors compared here. Reads may be some moments old, as the index is.
   */
  async #compared(vector: number[], filter: Filter, known: ReadonlySet<string>): Promise<Found[]> {
    const ids: string[] = [];
    let after: TimePosition | undefined;
    for (let slices = 0; slices < MOST_SLICES && ids.length < MOST_COMPARED; slices += 1) {
      const slice = { direction: 'desc' as const, after, attributes: attributesFor(filter, false), consistent: false };
      const { payloads, next } = await this.#items.slice(filter, slice);
      const comparable = payloads.filter(({ item }) => item.dimensions === vector.length && !known.has(item.sk));
      ids.push(...comparable.map(({ item }) => item.sk));
      after = next;
      if (after === undefined) break;
    }
    const attribute = vectorAttributeOf(vector.length);
    const present = await this.#items.present(ids.slice(0, MOST_COMPARED), filter, [...WITH_TEXT, attribute]);
    return present.map(({ item, payload }) => ({ payload, score: similarity(vector, item[attribute] as number[]) }));
  }

  /** Such a vector would be stored, and never be found. */
  #refuseUnindexed({ length }: number[]): void {
    if (this.#sizes.includes(length)) return;
    const cause = `There is no index for vectors of ${length} numbers; the setting vectorSizes names those there are.`;
    throw new MemoryUnavailable(new Error(cause));
  }
}

const positionIn = (after: string): TimePosition => {
  const divider = after.indexOf(':');
  return { position: Number(after.slice(0, divider)), id: after.slice(divider + 1) };
};
