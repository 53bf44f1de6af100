import { join } from 'node:path';
import { physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import { MemoryObjects, type ObjectStore, StoredObjects } from './object-store.ts';

/** The buckets of the template by name, in memory or below a folder. */
export async function openBuckets(
  resources: Resource[],
  folder: string | undefined,
): Promise<Map<string, ObjectStore>> {
  const names = resources.filter((one) => one.type === 'AWS::S3::Bucket').map(physicalIdOf);
  const open = async (name: string): Promise<[string, ObjectStore]> => [
    name,
    folder === undefined ? new MemoryObjects() : await StoredObjects.open(join(folder, name)),
  ];
  return new Map(await Promise.all(names.map(open)));
}
