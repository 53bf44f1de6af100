import type { Schemas } from '@qdrant/js-client-rest';
import { sha256 } from '../core/digest.ts';
import { type Qdrant, Refused } from './qdrant.ts';
import type { Isolation } from './settings.ts';

/** What searches filter and order by. Without an index Qdrant would read the payload of every candidate. */
const INDEXES: Record<string, Schemas['PayloadFieldSchema']> = {
  tenant: { type: 'keyword', is_tenant: true },
  type: 'keyword',
  success: 'bool',
  pinned: 'bool',
  session_id: 'keyword',
  tags: 'keyword',
  created_at: 'integer',
  position: 'integer',
  text: { type: 'text', tokenizer: 'word', lowercase: true, min_token_len: 2, max_token_len: 40 },
};

const PREFIX = 'artel_memory_';
/** How long a list of collections is believed, in milliseconds. Another container may have made one since. */
const BELIEVED = 60_000;

/** The collections of one store: `artel_memory_<dimensions>`, and where each agent has its own, with a digest of its name. */
export class Collections {
  readonly #qdrant: Qdrant;
  readonly #made = new Map<string, Promise<void>>();
  #listed: { names: Promise<string[]>; at: number } | undefined;

  constructor(qdrant: Qdrant) {
    this.#qdrant = qdrant;
  }

  /** The one for vectors of this size, made now if it is new. */
  async forWriting(tenant: string, isolation: Isolation, dimensions: number): Promise<string> {
    const name = `${PREFIX}${dimensions}${suffix(tenant, isolation)}`;
    const made = this.#made.get(name) ?? this.#make(name, dimensions);
    this.#made.set(name, made);
    await made.catch((error: unknown) => {
      this.forget(name);
      throw error;
    });
    return name;
  }

  /** All that may hold something of the tenant: one for each size of vectors it ever had. */
  async forReading(tenant: string, isolation: Isolation): Promise<string[]> {
    const end = suffix(tenant, isolation);
    const names = new Set([...(await this.#list()), ...this.#made.keys()]);
    return [...names].filter((name) => name.slice(PREFIX.length).replace(/^\d+/, '') === end).sort();
  }

  async drop(name: string): Promise<void> {
    this.forget(name);
    await this.#qdrant.ask((api, init) => api.deleteCollection({ collection_name: name }, init));
  }

  /** Somebody removed it: the next write makes it anew, the next list is fetched. */
  forget(name: string): void {
    this.#made.delete(name);
    this.#listed = undefined;
  }

  async #list(): Promise<string[]> {
    if (!this.#listed || Date.now() - this.#listed.at > BELIEVED) {
      this.#listed = { names: this.#fetchNames(), at: Date.now() };
    }
    const listed = this.#listed;
    return listed.names.catch((error: unknown) => {
      if (this.#listed === listed) this.#listed = undefined;
      throw error;
    });
  }

  async #fetchNames(): Promise<string[]> {
    const { collections } = await this.#qdrant.ask((api, init) => api.getCollections({}, init));
    return collections.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
  }

  async #make(name: string, dimensions: number): Promise<void> {
    const collection_name = name;
    const { exists } = await this.#qdrant.ask((api, init) => api.collectionExists({ collection_name }, init));
    if (!exists) {
      const vectors = { size: dimensions, distance: 'Cosine' } as const;
      await this.#qdrant
        .ask((api, init) => api.createCollection({ collection_name, vectors }, init))
        .catch(ignoreExisting);
    }
    // Also for one that was there: whoever made it may have stopped half-way. An index that stands is left as it is.
    for (const [field_name, field_schema] of Object.entries(INDEXES)) {
      const index = { collection_name, wait: true, field_name, field_schema };
      await this.#qdrant.ask((api, init) => api.createFieldIndex(index, init));
    }
  }
}

export const dimensionsOf = (name: string): number => Number.parseInt(name.slice(PREFIX.length), 10);

const suffix = (tenant: string, isolation: Isolation): string =>
  isolation === 'collection' ? `_${sha256(tenant).slice(0, 32)}` : '';

/** 409, and 400 in older versions: another container made the collection between our question and our wish. */
const ignoreExisting = (error: unknown): void => {
  const existed = error instanceof Refused && (error.status === 409 || /already exists/i.test(error.message));
  if (!existed) throw error;
};
