import type { Schemas } from '@qdrant/js-client-rest';
import { MINUTE } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { type Qdrant, StoreRejected } from './qdrant.ts';
import type { Isolation } from './settings.ts';

/** What searches filter and order by. Without an index Qdrant would read the payload of every candidate. */
export const INDEXES: Record<string, Schemas['PayloadFieldSchema']> = {
  tenant: { type: 'keyword', is_tenant: true },
  type: 'keyword',
  success: 'bool',
  pinned: 'bool',
  session_id: 'keyword',
  tags: 'keyword',
  facts: 'keyword',
  superseded: 'bool',
  superseded_by: 'keyword',
  recalled: 'keyword',
  created_at: 'integer',
  position: 'integer',
  terms: 'keyword',
  text: { type: 'text', tokenizer: 'word', lowercase: true, min_token_len: 2, max_token_len: 40 },
};

const PREFIX = 'artel_memory_';
/** How long a list of collections is cached. Another container may have made one since. */
const LIST_TTL = MINUTE;

/** The collections of one store: `artel_memory_<dimensions>`, followed by a digest of the agent's name where each agent has its own. */
export class Collections {
  readonly #qdrant: Qdrant;
  readonly #made = new Map<string, Promise<void>>();
  #listed: { names: Promise<string[]>; at: number } | undefined;

  constructor(qdrant: Qdrant) {
    this.#qdrant = qdrant;
  }

  /** The collection for vectors of this size, created if it does not exist. */
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

  /** All collections that may hold the tenant's vectors: one for each vector size it ever had. */
  async forReading(tenant: string, isolation: Isolation): Promise<string[]> {
    const end = suffix(tenant, isolation);
    const names = new Set([...(await this.#list()), ...this.#made.keys()]);
    return [...names].filter((name) => name.slice(PREFIX.length).replace(/^\d+/, '') === end).sort();
  }

  /** All there are, of every tenant. */
  names(): Promise<string[]> {
    return this.#fetchNames();
  }

  async drop(name: string): Promise<void> {
    this.forget(name);
    await this.#qdrant.ask((api, init) => api.deleteCollection({ collection_name: name }, init));
  }

  /** It was removed: the next write creates it again, and the next list is fetched. */
  forget(name: string): void {
    this.#made.delete(name);
    this.#listed = undefined;
  }

  async #list(): Promise<string[]> {
    if (!this.#listed || Date.now() - this.#listed.at > LIST_TTL) {
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
    // Also for an existing collection: its creator may have died half-way. An existing index is left as it is.
    for (const [field_name, field_schema] of Object.entries(INDEXES)) {
      const index = { collection_name, wait: true, field_name, field_schema };
      await this.#qdrant.ask((api, init) => api.createFieldIndex(index, init));
    }
  }
}

export const dimensionsOf = (name: string): number => Number.parseInt(name.slice(PREFIX.length), 10);

const suffix = (tenant: string, isolation: Isolation): string =>
  isolation === 'collection' ? `_${sha256(tenant).slice(0, 32)}` : '';

/** 409, and 400 in older versions: another container created the collection between our check and our call. */
const ignoreExisting = (error: unknown): void => {
  const existed = error instanceof StoreRejected && (error.status === 409 || /already exists/i.test(error.message));
  if (!existed) throw error;
};
