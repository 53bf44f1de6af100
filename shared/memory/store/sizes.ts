import { countedVectors } from '../../platform/vector-table/index.ts';
import { Collections, dimensionsOf } from './collections.ts';
import { Qdrant } from './qdrant.ts';
import { type QdrantSettings, vectorsSettings } from './settings.ts';

/** More than a store has where agents share collections; where each has its own, the sizes are those of so many. */
const MOST_COLLECTIONS = 50;

type Sizes = { dimensions: number; vectors: number }[];

/** How many vectors of each size the store holds, over all tenants, by its own approximate count. For operators. */
export const storedVectors = async (): Promise<Sizes> => {
  const settings = await vectorsSettings();
  return 'table' in settings ? countedVectors(settings.table) : inCollections(settings);
};

const inCollections = async (settings: QdrantSettings): Promise<Sizes> => {
  const qdrant = new Qdrant(settings);
  const names = (await new Collections(qdrant).names()).slice(0, MOST_COLLECTIONS);
  const sums = new Map<number, number>();
  for (const collection_name of names) {
    const { points_count } = await qdrant.ask((api, init) => api.getCollection({ collection_name }, init));
    const dimensions = dimensionsOf(collection_name);
    sums.set(dimensions, (sums.get(dimensions) ?? 0) + (points_count ?? 0));
  }
  return [...sums].map(([dimensions, vectors]) => ({ dimensions, vectors }));
};
