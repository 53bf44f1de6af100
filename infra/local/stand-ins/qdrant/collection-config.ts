import { isObject } from './payload-path.ts';
import { malformed, unsupported } from './refusal.ts';
import { maxVectorSize } from './vectors/arena.ts';
import { type Distance, parseDistance } from './vectors/metric.ts';

export type CollectionConfig = { size: number; distance: Distance; metadata?: Record<string, unknown> };

/** Settings of indexing, storage and replication: they change how Qdrant finds an answer, not which one is exact. */
const indifferent = [
  'shard_number',
  'replication_factor',
  'write_consistency_factor',
  'on_disk_payload',
  'payload',
  'hnsw_config',
  'wal_config',
  'optimizers_config',
  'quantization_config',
];
const indifferentOfVectors = ['hnsw_config', 'quantization_config', 'on_disk', 'memory'];

/** Reads the body of "create collection": one unnamed dense vector a point. */
export function parseCollectionConfig(body: Record<string, unknown>): CollectionConfig {
  const { vectors, metadata, ...rest } = body;
  refuseOthers(rest, indifferent, 'the collection setting');
  if (!isObject(vectors)) throw unsupported('a collection without `vectors`');
  const { size, distance, datatype, ...others } = vectors;
  if (size === undefined) throw unsupported('named vectors');
  refuseOthers(others, indifferentOfVectors, 'the vector setting');
  if (datatype !== undefined && datatype !== null && datatype !== 'float32') {
    throw unsupported(`the datatype ${JSON.stringify(datatype)}`);
  }
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > maxVectorSize) {
    throw malformed(`vectors.size must be an integer from 1 to ${maxVectorSize}`);
  }
  const config = { size, distance: parseDistance(distance) };
  return isObject(metadata) ? { ...config, metadata } : config;
}

function refuseOthers(given: Record<string, unknown>, allowed: string[], what: string): void {
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && !allowed.includes(name)) throw unsupported(`${what} ${name}`);
  }
}
