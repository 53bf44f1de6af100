import { Defect } from '../../core/errors.ts';
import type { Payload } from '../record/payload.ts';
import { type Collections, dimensionsOf } from './collections.ts';
import { type Condition, type Filter, type Qdrant, StoreRejected, type StoreRequest } from './qdrant.ts';
import type { Isolation } from './settings.ts';
import { pointId } from './tenant.ts';
import type { Found, Page, TenantVectors, Vector } from './tenant-vectors.ts';
import { MemoryUnavailable } from './unavailable.ts';

type Options = { qdrant: Qdrant; collections: Collections; isolation: Isolation; tenant: string; signal?: AbortSignal };
type Point = { payload?: Record<string, unknown> | null };

/**
 * One agent's part of a Qdrant. Nothing else talks to it about memories, and every request that leaves here carries the
 * tenant: in the filter of what is read or removed, in the payload and the id of what is written. What comes back is
 * checked again.
 */
export class CollectionVectors implements TenantVectors {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async write(vectors: Vector[]): Promise<void> {
    const { tenant } = this.#options;
    const [first] = vectors;
    if (!first) return;
    const points = vectors.map(({ payload, vector }) => {
      if (payload.tenant !== tenant) throw new Defect('A memory of another agent was about to be written.');
      return { id: pointId(tenant, payload.memory_id), vector, payload };
    });
    const write = async (): Promise<unknown> => {
      const collection_name = await this.#collectionOf(first.vector.length);
      return this.#ask((api, init) => api.upsertPoints({ collection_name, wait: true, points }, init));
    };
    try {
      await write();
    } catch (error) {
      if (!isGone(error)) throw failed(error);
      // The collection this container remembers was removed meanwhile, with all that was in it.
      this.#options.collections.forget(await this.#collectionOf(first.vector.length));
      await write().catch(rethrow);
    }
  }

  async nearest(vector: number[], filter: Filter, limit: number, minScore?: number): Promise<Found[]> {
    const name = await this.#collectionOf(vector.length).catch(rethrow);
    const query = {
      collection_name: name,
      query: vector,
      filter: this.#own(filter),
      limit,
      with_payload: true,
      ...(minScore !== undefined && { score_threshold: minScore }),
    };
    const { points } = await this.#askIn(name, (api, init) => api.queryPoints(query, init), { points: [] });
    return points.map((point) => ({ payload: this.#checked(point), score: point.score }));
  }

  async inOrder(filter: Filter, direction: 'asc' | 'desc', limit: number, from?: number): Promise<Payload[]> {
    const pages = await this.#inEach(async (name) => {
      const request = {
        collection_name: name,
        filter: this.#own(filter),
        limit,
        with_payload: true,
        order_by: { key: 'position', direction, ...(from !== undefined && { start_from: from }) },
      };
      const { points } = await this.#askIn(name, (api, init) => api.scrollPoints(request, init), { points: [] });
      return points.map((point) => this.#checked(point));
    });
    const sign = direction === 'asc' ? 1 : -1;
    return pages
      .flat()
      .sort((a, b) => sign * (a.position - b.position) || (a.memory_id < b.memory_id ? -1 : 1))
      .slice(0, limit);
  }

  async page(filter: Filter, limit: number, after?: string, fields?: (keyof Payload)[]): Promise<Page> {
    const names = await this.#collections();
    const [collection, offset] = after?.split(':') ?? [names[0]];
    const at = names.indexOf(collection ?? '');
    if (at < 0) return { payloads: [], next: undefined };
    const name = names[at]!;
    const request = {
      collection_name: name,
      filter: this.#own(filter),
      limit,
      with_payload: fields ? [...fields, 'tenant'] : true,
      ...(offset && { offset }),
    };
    const found = await this.#askIn(name, (api, init) => api.scrollPoints(request, init), {
      points: [],
      next_page_offset: null,
    });
    const following = found.next_page_offset ? `${name}:${found.next_page_offset}` : names[at + 1];
    return { payloads: found.points.map((point) => this.#checked(point)), next: following };
  }

  async count(filter: Filter): Promise<number> {
    return (await this.countBySize(filter)).reduce((sum, { count }) => sum + count, 0);
  }

  countBySize(filter: Filter): Promise<{ dimensions: number; count: number }[]> {
    const request = { filter: this.#own(filter), exact: true };
    return this.#inEach(async (name) => {
      const mine = { collection_name: name, ...request };
      const { count } = await this.#askIn(name, (api, init) => api.countPoints(mine, init), { count: 0 });
      return { dimensions: dimensionsOf(name), count };
    });
  }

  async facet(key: 'recalled', filter: Filter, limit: number): Promise<Map<string, number>> {
    const request = { key, filter: this.#own(filter), limit, exact: true };
    const counts = new Map<string, number>();
    await this.#inEach(async (name) => {
      const mine = { collection_name: name, ...request };
      const { hits } = await this.#askIn(name, (api, init) => api.facet(mine, init), { hits: [] });
      for (const { value, count } of hits) counts.set(String(value), (counts.get(String(value)) ?? 0) + count);
    });
    return counts;
  }

  async update(filter: Filter, payload: Partial<Payload>): Promise<void> {
    const change = { payload, filter: this.#own(filter), wait: true };
    await this.#inEach((name) =>
      this.#askIn(name, (api, init) => api.setPayload({ collection_name: name, ...change }, init), null),
    );
  }

  async remove(filter: Filter): Promise<void> {
    const request = { filter: this.#own(filter), wait: true };
    await this.#inEach((name) =>
      this.#askIn(name, (api, init) => api.deletePoints({ collection_name: name, ...request }, init), null),
    );
  }

  async removeTenant(): Promise<void> {
    if (this.#options.isolation === 'tenant') return this.remove({});
    await this.#inEach((name) => this.#options.collections.drop(name));
  }

  named(ids: string[]): Condition {
    return { has_id: ids.map((id) => pointId(this.#options.tenant, id)) };
  }

  #own(filter: Filter): Filter {
    const mine: Condition = { key: 'tenant', match: { value: this.#options.tenant } };
    return { must: [mine, ...(Object.keys(filter).length > 0 ? [filter] : [])] };
  }

  #checked({ payload }: Point): Payload {
    if (payload?.tenant === this.#options.tenant) return payload as Payload;
    throw new Defect('The vector store returned a memory of another agent.');
  }

  // Creating and listing collections is shared by all callers, so one that gives up only stops waiting.
  async #collectionOf(dimensions: number): Promise<string> {
    const { collections, tenant, isolation, signal } = this.#options;
    signal?.throwIfAborted();
    return collections.forWriting(tenant, isolation, dimensions);
  }

  async #collections(): Promise<string[]> {
    const { collections, tenant, isolation, signal } = this.#options;
    signal?.throwIfAborted();
    return collections.forReading(tenant, isolation).catch(rethrow);
  }

  async #inEach<T>(act: (name: string) => Promise<T>): Promise<T[]> {
    return Promise.all((await this.#collections()).map((name) => act(name).catch(rethrow)));
  }

  #ask<T>(question: StoreRequest<T>): Promise<T> {
    const { qdrant, signal } = this.#options;
    return qdrant.ask(question, signal);
  }

  /** A collection that was removed meanwhile is empty. */
  async #askIn<T, N>(name: string, question: StoreRequest<T>, nothing: N): Promise<T | N> {
    return this.#ask(question).catch((error: unknown) => {
      if (!isGone(error)) throw failed(error);
      this.#options.collections.forget(name);
      return nothing;
    });
  }
}

const isGone = (error: unknown): boolean => error instanceof StoreRejected && error.status === 404;

/** The store is overloaded or misconfigured: to the caller it is unavailable either way. */
const failed = (error: unknown): unknown => (error instanceof StoreRejected ? new MemoryUnavailable(error) : error);

const rethrow = (error: unknown): never => {
  throw failed(error);
};
