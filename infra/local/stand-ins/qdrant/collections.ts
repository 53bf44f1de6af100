import { Collection } from './collection.ts';
import { type CollectionConfig, parseCollectionConfig } from './collection-config.ts';
import type { Disk } from './disk.ts';
import { isIndexed } from './field-index.ts';
import { comparable, parsePath } from './payload-path.ts';
import { notFound, Refusal, wrongInput } from './refusal.ts';
import { Arena } from './vectors/arena.ts';

type Known = { config: CollectionConfig; indexes: Record<string, unknown>; loaded?: Collection };

/** All collections of the store; the vectors of one come into memory when it is first used. */
export class Collections {
  readonly #disk: Disk;
  readonly #arena = new Arena();
  readonly #known = new Map<string, Known>();

  constructor(disk: Disk) {
    this.#disk = disk;
    for (const { name, config, indexes } of disk.collections()) {
      this.#known.set(name, { config: config as CollectionConfig, indexes });
    }
  }

  names(): string[] {
    return [...this.#known.keys()];
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  create(name: string, body: Record<string, unknown>): void {
    if (name.length > 255 || /[<>:"/\\|?*\p{Cc}]/u.test(name)) throw wrongInput(`${name} is no collection name`);
    if (this.has(name)) throw new Refusal(409, `Wrong input: Collection \`${name}\` already exists!`);
    const config = parseCollectionConfig(body);
    this.#disk.saveCollection({ name, config, indexes: {} });
    this.#known.set(name, { config, indexes: {} });
  }

  /** Whether there was one to drop. */
  drop(name: string): boolean {
    if (!this.has(name)) return false;
    this.#disk.dropCollection(name);
    this.#known.get(name)?.loaded?.clear();
    return this.#known.delete(name);
  }

  open(name: string): Collection {
    const known = this.#known.get(name);
    if (!known) throw notFound(`Collection \`${name}\` doesn't exist!`);
    known.loaded ??= new Collection(this.#disk, this.#arena, name, known.config, known.indexes);
    return known.loaded;
  }
}

/** What "get collection" says. The parts about segments and indexing name what an exact scan amounts to. */
export function describe(collection: Collection) {
  const { size, distance, metadata } = collection.config;
  const everything = [...collection.matching(undefined)];
  const payloadSchema = [...collection.indexes].map(([key, { type, params }]) => {
    const path = parsePath(key);
    const points = everything.filter(({ payload }) =>
      comparable(payload, path).some((value) => isIndexed(type, value)),
    ).length;
    return [key, { data_type: type, params, points }];
  });
  return {
    status: 'green',
    optimizer_status: 'ok',
    indexed_vectors_count: 0,
    points_count: collection.size,
    segments_count: 1,
    config: {
      params: { vectors: { size, distance }, shard_number: 1, replication_factor: 1, on_disk_payload: true },
      hnsw_config: { m: 0, ef_construct: 100, full_scan_threshold: 10_000 },
      optimizer_config: { default_segment_number: 1, flush_interval_sec: 5 },
      ...(metadata && { metadata }),
    },
    payload_schema: Object.fromEntries(payloadSchema),
  };
}
