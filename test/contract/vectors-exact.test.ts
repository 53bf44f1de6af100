import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inVectors } from './in-targets.ts';

const here = inVectors();

test('a search finds exactly what comparing every vector finds, whatever was deleted, replaced or moved before', async () => {
  const name = `contract-exact-${process.pid}`;
  await here.client.deleteCollection(name);
  await here.client.createCollection(name, { vectors: { size: 4, distance: 'Dot' } });
  await here.client.createPayloadIndex(name, {
    field_name: 'tenant',
    field_schema: { type: 'keyword', is_tenant: true },
    wait: true,
  });
  const component = fc.integer({ min: -50, max: 50 });
  const vector = fc.tuple(component, component, component, component);
  const point = fc.record({ id: fc.nat({ max: 30 }), vector, tenant: fc.constantFrom('alice', 'bob') });
  const change = fc.oneof(
    fc.record({ upsert: fc.array(point, { minLength: 1, maxLength: 12 }) }),
    fc.record({ remove: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), vector, async (changes, query) => {
      const expected = new Map<number, { vector: number[]; tenant: string }>();
      await here.client.delete(name, { wait: true, filter: {} });
      for (const one of changes) {
        if ('upsert' in one) {
          const points = one.upsert.map(({ id, vector, tenant }) => ({ id, vector, payload: { tenant } }));
          await here.client.upsert(name, { wait: true, points });
          for (const { id, ...rest } of one.upsert) expected.set(id, rest);
        } else {
          await here.client.delete(name, { wait: true, points: one.remove });
          for (const id of one.remove) expected.delete(id);
        }
      }
      for (const tenant of ['alice', 'bob', undefined]) {
        const scores = [...expected.values()]
          .filter((point) => tenant === undefined || point.tenant === tenant)
          .map((point) => point.vector.reduce((sum, value, i) => sum + value * query[i]!, 0))
          .sort((a, b) => b - a)
          .slice(0, 5);
        const filter = tenant === undefined ? {} : { must: [{ key: 'tenant', match: { value: tenant } }] };
        const found = await here.client.query(name, { query, filter, limit: 5 });
        expect(found.points.map(({ score }) => score)).toEqual(scores.map((score) => score + 0));
      }
    }),
    { numRuns: 40 },
  );
});

test('a search finds the nearest among thousands, across tenants that grow, shrink and disappear', async () => {
  const name = `contract-large-${process.pid}`;
  await here.client.deleteCollection(name);
  await here.client.createCollection(name, { vectors: { size: 20, distance: 'Euclid' } });
  const index = { field_name: 'tenant', field_schema: { type: 'keyword', is_tenant: true }, wait: true } as const;
  await here.client.createPayloadIndex(name, index);
  const vectorOf = (id: number) => Array.from({ length: 20 }, (_, i) => (id * (i + 3) * 37) % 101);
  const tenantOf = (id: number) => (id % 4 === 0 ? 'alice' : id < 50 ? 'bob' : 'carol');
  const points = Array.from({ length: 5000 }, (_, id) => ({
    id,
    vector: vectorOf(id),
    payload: { tenant: tenantOf(id) },
  }));
  await here.client.upsert(name, { wait: true, points });
  const removed = (id: number) => id < 50 || id % 7 === 0;
  await here.client.delete(name, { wait: true, points: points.map(({ id }) => id).filter(removed) });
  for (const tenant of ['alice', 'bob', 'carol']) {
    const query = vectorOf(4242).map((value) => value + 0.5);
    const expected = points
      .filter(({ id, payload }) => !removed(id) && payload.tenant === tenant)
      .map(({ vector }) => Math.hypot(...vector.map((value, i) => value - query[i]!)))
      .sort((a, b) => a - b)
      .slice(0, 7);
    const filter = { must: [{ key: 'tenant', match: { value: tenant } }] };
    const found = await here.client.query(name, { query, filter, limit: 7 });
    expect(found.points.map(({ score }) => score)).toEqual(expected.map((distance) => expect.closeTo(distance, 3)));
  }
});
