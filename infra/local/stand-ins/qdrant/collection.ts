import { isDeepStrictEqual } from 'node:util';
import type { CollectionConfig } from './collection-config.ts';
import type { Disk, StoredPoint } from './disk.ts';
import { type FieldIndexes, parseFieldIndex, tokenizerOf } from './field-index.ts';
import { idsOf, type Predicate, parseFilter } from './filter.ts';
import { lookupsOf } from './narrowing/lookups-of.ts';
import type { Payload, Point, PointId } from './point.ts';
import { notFound } from './refusal.ts';
import { tenantsOf } from './tenants.ts';
import type { Arena } from './vectors/arena.ts';
import { Partition } from './vectors/partition.ts';

type Location = { partition: Partition; slot: number };

/** A partition and the slots in it that are worth reading, ascending; undefined stands for all of them. */
export type Place = { partition: Partition; slots: Uint32Array | undefined };

/** One collection in memory, written through to disk: the disk first, so that memory never promises what is not kept. */
export class Collection {
  readonly name: string;
  readonly config: CollectionConfig;
  readonly indexes: FieldIndexes = new Map();
  readonly #disk: Disk;
  readonly #arena: Arena;
  readonly #locations = new Map<PointId, Location>();
  readonly #partitions = new Map<string | undefined, Partition>();
  #tenantKey: string | undefined;
  #version = 0;

  constructor(disk: Disk, arena: Arena, name: string, config: CollectionConfig, indexes: Record<string, unknown>) {
    this.#disk = disk;
    this.#arena = arena;
    this.name = name;
    this.config = config;
    for (const [key, schema] of Object.entries(indexes)) this.indexes.set(key, parseFieldIndex(schema));
    this.#tenantKey = this.#findTenantKey();
    for (const { point, vector } of disk.points(name)) {
      this.#insert(point, vector);
      this.#version = Math.max(this.#version, point.version);
    }
  }

  get size(): number {
    return this.#locations.size;
  }

  get(id: PointId): Point | undefined {
    const location = this.#locations.get(id);
    return location?.partition.points[location.slot];
  }

  vector(id: PointId): Float32Array {
    const location = this.#locations.get(id);
    if (!location) throw notFound(`No point with id ${id} found`);
    return location.partition.vector(location.slot);
  }

  /** Where a filter can have hits. It narrows what is read; the filter is still to be tested. */
  places(filter: unknown): Place[] {
    const ids = idsOf(filter);
    if (ids) return this.#placesOf(ids);
    // A partition holds one tenant, so its key narrows nothing within.
    const lookups = lookupsOf(filter, this.indexes).filter((one) => !('key' in one && one.key === this.#tenantKey));
    const tokenizer = (key: string) => tokenizerOf(this.indexes, key) ?? (() => []);
    return this.#partitionsOf(filter).map((partition) => ({ partition, slots: partition.narrow(lookups, tokenizer) }));
  }

  *matching(filter: unknown): Iterable<Point> {
    const holds: Predicate = parseFilter(filter, this.indexes) ?? (() => true);
    for (const { partition, slots } of this.places(filter)) {
      const { points } = partition;
      for (const slot of slots ?? points.keys()) {
        const point = points[slot];
        if (point && holds(point)) yield point;
      }
    }
  }

  upsert(given: { id: PointId; payload: Payload; vector: Float32Array }[]): number {
    const version = this.#version + 1;
    const points: StoredPoint[] = given.map(({ id, payload, vector }) => ({ point: { id, payload, version }, vector }));
    this.#disk.putPoints(this.name, points);
    this.#version = version;
    for (const { point, vector } of points) {
      this.#forget(point.id);
      this.#insert(point, vector);
    }
    return version;
  }

  changePayloads(targets: Point[], change: (payload: Payload) => Payload): number {
    const version = this.#version + 1;
    const points = targets.map(({ id, payload }) => ({ id, payload: change(payload), version }));
    this.#disk.setPayloads(this.name, points);
    this.#version = version;
    for (const point of points) {
      const vector = this.vector(point.id);
      this.#forget(point.id);
      this.#insert(point, vector);
    }
    return version;
  }

  delete(ids: PointId[]): number {
    this.#disk.deletePoints(this.name, ids);
    for (const id of ids) this.#forget(id);
    return ++this.#version;
  }

  /** An index that is there already stays as it is: every container asks for all of them. */
  setIndex(key: string, schema: unknown): number {
    const index = parseFieldIndex(schema);
    if (isDeepStrictEqual(this.indexes.get(key)?.params, index.params)) return this.#version;
    this.indexes.set(key, index);
    return this.#indexesChanged();
  }

  dropIndex(key: string): number {
    this.indexes.delete(key);
    return this.#indexesChanged();
  }

  /** Forgets everything in memory and gives the memory back. */
  clear(): void {
    for (const partition of this.#partitions.values()) partition.clear();
    this.#partitions.clear();
    this.#locations.clear();
  }

  #indexesChanged(): number {
    const indexes = Object.fromEntries([...this.indexes].map(([key, { params }]) => [key, params]));
    this.#disk.saveCollection({ name: this.name, config: this.config, indexes });
    for (const partition of this.#partitions.values()) partition.forgetIndex();
    const tenantKey = this.#findTenantKey();
    if (tenantKey !== this.#tenantKey) {
      const everything = [...this.#locations.keys()].map((id) => ({ point: this.get(id)!, vector: this.vector(id) }));
      this.#tenantKey = tenantKey;
      this.clear();
      for (const { point, vector } of everything) this.#insert(point, vector);
    }
    return ++this.#version;
  }

  #findTenantKey(): string | undefined {
    for (const [key, { tenant }] of this.indexes) if (tenant && !/[.[]/.test(key)) return key;
    return undefined;
  }

  /** Points whose tenant is not one string are in the partition `undefined`. */
  #partitionsOf(filter: unknown): Partition[] {
    const tenants = this.#tenantKey === undefined ? undefined : tenantsOf(filter, this.#tenantKey);
    if (!tenants) return [...this.#partitions.values()];
    return [...tenants, undefined].flatMap((tenant) => this.#partitions.get(tenant) ?? []);
  }

  #placesOf(ids: PointId[]): Place[] {
    const slots = new Map<Partition, Set<number>>();
    for (const { partition, slot } of ids.flatMap((id) => this.#locations.get(id) ?? [])) {
      slots.set(partition, (slots.get(partition) ?? new Set()).add(slot));
    }
    return [...slots].map(([partition, found]) => ({ partition, slots: Uint32Array.from(found).sort() }));
  }

  #insert(point: Point, vector: Float32Array): void {
    const value = this.#tenantKey === undefined ? undefined : point.payload[this.#tenantKey];
    const tenant = typeof value === 'string' ? value : undefined;
    const partition = this.#partitions.get(tenant) ?? new Partition(this.#arena, this.config.size, tenant);
    this.#partitions.set(tenant, partition);
    this.#locations.set(point.id, { partition, slot: partition.add(point, vector) });
  }

  #forget(id: PointId): void {
    const location = this.#locations.get(id);
    if (!location) return;
    const moved = location.partition.remove(location.slot);
    if (moved) this.#locations.set(moved.id, location);
    this.#locations.delete(id);
    if (location.partition.points.length === 0) this.#partitions.delete(location.partition.tenant);
  }
}
