import { Collections } from '../../../infra/local/stand-ins/qdrant/collections.ts';
import { Disk } from '../../../infra/local/stand-ins/qdrant/disk.ts';
import { answer } from '../../../infra/local/stand-ins/qdrant/routes.ts';

type Asked = { collection_name?: string; wait?: boolean } & Record<string, unknown>;

/** The operations of the store's client that are used, as the requests they make. */
const REQUESTS: Record<string, [method: string, path: string]> = {
  getCollections: ['GET', ''],
  collectionExists: ['GET', '/exists'],
  createCollection: ['PUT', ''],
  deleteCollection: ['DELETE', ''],
  createFieldIndex: ['PUT', '/index'],
  upsertPoints: ['PUT', '/points'],
  queryPoints: ['POST', '/points/query'],
  scrollPoints: ['POST', '/points/scroll'],
  facet: ['POST', '/facet'],
  countPoints: ['POST', '/points/count'],
  setPayload: ['POST', '/points/payload'],
  deletePoints: ['POST', '/points/delete'],
};

/** The vector store of the local cloud, without its server. */
export class Vectors {
  readonly #collections = new Collections(new Disk(':memory:'));

  ask(operation: string, { collection_name: name, wait, ...body }: Asked): unknown {
    const request = REQUESTS[operation];
    if (!request) throw new Error(`The simulated vector store has no ${operation}.`);
    const [method, path] = request;
    const search = new URLSearchParams(wait ? { wait: 'true' } : {});
    const where = name === undefined ? '/collections' : `/collections/${name}${path}`;
    return answer(this.#collections, { method, path: where, search, body: structuredClone(body) });
  }

  /** Every payload that is kept. */
  payloads(): Record<string, unknown>[] {
    return this.#collections.names().flatMap((name) => {
      const search = new URLSearchParams();
      const body = { limit: 10_000, with_payload: true };
      const request = { method: 'POST', path: `/collections/${name}/points/scroll`, search, body };
      const { points } = answer(this.#collections, request) as { points: { payload: Record<string, unknown> }[] };
      return points.map(({ payload }) => payload);
    });
  }
}
