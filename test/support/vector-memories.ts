import type { QdrantClient } from '@qdrant/js-client-rest';

export const uuid = '0b6c4f0e-6a0f-4c39-9a7e-5b5f1a7c9d10';
let made = 0;

/** A collection of its own for a test, with five memories of two tenants. */
export async function memories(
  client: QdrantClient,
  distance: 'Cosine' | 'Dot' | 'Euclid' = 'Cosine',
): Promise<string> {
  const name = `contract-${process.pid}-${++made}`;
  await client.deleteCollection(name);
  await client.createCollection(name, { vectors: { size: 3, distance } });
  const indexed = {
    tenant: { type: 'keyword', is_tenant: true },
    text: { type: 'text', tokenizer: 'word', lowercase: true },
    at: 'datetime',
    weight: 'float',
    uses: 'integer',
    pinned: 'bool',
  } as const;
  for (const [field_name, field_schema] of Object.entries(indexed)) {
    await client.createPayloadIndex(name, { field_name, field_schema, wait: true });
  }
  await client.upsert(name, {
    wait: true,
    points: [
      {
        id: 1,
        vector: [1, 0, 0],
        payload: {
          tenant: 'alice',
          text: 'Likes green tea',
          at: '2026-01-01T00:00:00Z',
          weight: 0.5,
          uses: 3,
          tags: ['tea', 'drink'],
        },
      },
      {
        id: 2,
        vector: [0.9, 0.1, 0],
        payload: {
          tenant: 'alice',
          text: 'Lives in Paris',
          at: '2026-02-01T12:00:00+02:00',
          weight: 1.5,
          uses: 1,
          pinned: true,
          meta: { source: 'chat' },
        },
      },
      {
        id: 3,
        vector: [0, 1, 0],
        payload: { tenant: 'alice', text: 'Дом у моря', at: '2026-03-01', weight: 2.5, uses: 2, tags: [], note: null },
      },
      {
        id: 4,
        vector: [1, 0, 0],
        payload: { tenant: 'bob', text: 'Likes coffee', weight: 3.5, uses: 9, pinned: false },
      },
      {
        id: uuid,
        vector: [0, 0, 1],
        payload: { tenant: 'bob', text: 'green coffee beans', meta: { source: 'import' } },
      },
    ],
  });
  return name;
}

export const ids = (points: { id: string | number }[]) => points.map(({ id }) => id);
export const by = (field: string, match: Record<string, unknown>) => ({ key: field, match }) as never;

export const matching = async (client: QdrantClient, name: string, filter: object) =>
  ids((await client.scroll(name, { filter: filter as never, limit: 100 })).points);
