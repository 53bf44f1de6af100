import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Defect } from '../../shared/core/errors.ts';
import { MemoryUnavailable } from '../../shared/memory/index.ts';
import type { Payload } from '../../shared/memory/record/payload.ts';
import { TableVectors } from '../../shared/memory/store/dynamodb/table-vectors.ts';
import { tenantOf } from '../../shared/memory/store/tenant.ts';
import { type MemoryItem, VectorTable } from '../../shared/platform/vector-table/index.ts';
import { bothStores, countedEmbedding, memoryAt, type Stores, someone } from './memory-bench.ts';

/* Requirements: MEM1, MEM2, MEM7, OPS4. */

/** What a deployment's own table promises beside what every store does, in `memory.test.ts`. */
let store: Stores;
beforeAll(async () => {
  store = await bothStores();
});
afterAll(() => store.stop());

const SIZES = [64, 128, 256];
const T = Date.parse('2026-03-01T12:00:00Z');

const payload = (tenant: string, id: string, more: Partial<Payload> = {}): Payload => ({
  tenant,
  memory_id: id,
  text: `text of ${id}`,
  type: 'note',
  tags: [],
  pinned: false,
  importance: 0.5,
  created_at: T,
  position: T,
  bytes: 10,
  ...more,
});
const direction = (degrees: number): number[] => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), ...Array<number>(62).fill(0)];
};

const opened = (scope: ReturnType<typeof someone>, table?: (tenant: string) => VectorTable) => {
  const tenant = tenantOf(scope, 'sage');
  return {
    tenant,
    vectors: new TableVectors({ table: table?.(tenant) ?? new VectorTable(store.table, tenant), tenant, sizes: SIZES }),
  };
};
const idsOf = (found: { payload: Payload }[]) => found.map(({ payload: { memory_id } }) => memory_id);

test('a search shows nothing that was forgotten, though the index still has it, and a replaced text as it is now', async () => {
  const alice = someone();
  const { tenant, vectors } = opened(alice);
  await vectors.write(
    ['gone', 'changed', 'left'].map((id) => ({ payload: payload(tenant, id), vector: direction(1) })),
  );
  store.settle();
  expect(idsOf(await vectors.nearest(direction(0), {}, 10)).sort()).toEqual(['changed', 'gone', 'left']);
  await vectors.remove({ must: [vectors.named(['gone'])] });
  await vectors.write([{ payload: payload(tenant, 'changed', { text: 'new' }), vector: direction(2) }]);
  const found = await vectors.nearest(direction(0), {}, 10);
  expect(idsOf(found).sort()).toEqual(['changed', 'left']);
  expect(found.map((one) => one.payload.text).sort()).toEqual(['new', 'text of left']);
});

test('a new memory is listed and counted at once, and found by a search some moments later', async () => {
  const { tenant, vectors } = opened(someone());
  await vectors.write([{ payload: payload(tenant, 'old'), vector: direction(0) }]);
  store.settle();
  await vectors.nearest(direction(0), {}, 10);
  await vectors.write([{ payload: payload(tenant, 'new'), vector: direction(0) }]);
  expect(await vectors.count({})).toBe(2);
  expect(await vectors.inOrder({}, 'asc', 10)).toHaveLength(2);
  expect(idsOf(await vectors.nearest(direction(0), {}, 10))).toEqual(['old']);
  store.settle();
  expect(idsOf(await vectors.nearest(direction(0), {}, 10)).sort()).toEqual(['new', 'old']);
});

describe('of 150 memories, where the index shows the nearest 100,', () => {
  const alice = someone();
  beforeAll(async () => {
    const { tenant, vectors } = opened(alice);
    await vectors.write(
      Array.from({ length: 150 }, (_, n) => ({
        payload: payload(tenant, `m${n}`, {
          text: n === 140 ? 'the code is zx81' : `memory ${n}`,
          type: n > 145 ? 'fact' : 'note',
          tags: n >= 130 ? ['late'] : ['early'],
          success: n % 2 === 0,
          position: T + n,
        }),
        vector: direction(n / 2),
      })),
    );
    store.settle();
  });
  const nearest = async (filter: Parameters<TableVectors['nearest']>[1], limit = 10, minScore?: number) =>
    idsOf(await opened(alice).vectors.nearest(direction(0), filter, limit, minScore));

  test('a word finds its memory among those farther away', async () => {
    expect(await nearest({ must: [{ key: 'text', match: { text_any: 'zx81' } as never }] })).toEqual(['m140']);
  });

  test('a tag, which the index cannot compare, finds those that have it, the nearest first', async () => {
    const tagged = { must: [{ key: 'tags', match: { value: 'late' } }] };
    expect(await nearest(tagged, 3)).toEqual(['m130', 'm131', 'm132']);
    expect(await nearest({ must_not: [{ key: 'tags', match: { value: 'early' } }] }, 3)).toEqual([
      'm130',
      'm131',
      'm132',
    ]);
    const least = Math.cos((66 * Math.PI) / 180);
    expect(await nearest(tagged, 3, least)).toEqual(['m130', 'm131', 'm132']);
    expect(await nearest(tagged, 100, least)).toEqual(['m130', 'm131', 'm132']);
  });

  test('a type, which the index compares, is found by the index alone', async () => {
    expect(await nearest({ must: [{ key: 'type', match: { value: 'fact' } }] })).toEqual([
      'm146',
      'm147',
      'm148',
      'm149',
    ]);
  });

  test('a wide search gets no more than 100', async () => {
    expect(await nearest({}, 200)).toHaveLength(100);
  });
});

test('a vector of a size without an index is refused, not kept where nothing finds it', async () => {
  const alice = someone();
  const memory = memoryAt(store, 'table', countedEmbedding(32));
  const refusal = await memory.remember(alice, 'sage', { text: 'lost?' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MemoryUnavailable);
  expect(String((refusal as Error).cause)).toContain('vectorSizes');
  expect((await memory.list(alice, 'sage')).items).toEqual([]);
});

test('a memory that is pinned between being read and being removed stays', async () => {
  const alice = someone();
  const { tenant, vectors } = opened(alice);
  await vectors.write(['a', 'b'].map((id) => ({ payload: payload(tenant, id), vector: direction(0) })));
  let pinned = false;
  class Overtaken extends VectorTable {
    override async remove(item: MemoryItem): Promise<boolean> {
      if (item.sk === 'a' && !pinned) {
        pinned = true;
        await vectors.update({ must: [vectors.named(['a'])] }, { pinned: true });
      }
      return super.remove(item);
    }
  }
  const overtaken = opened(alice, () => new Overtaken(store.table, tenant));
  await overtaken.vectors.remove({ must_not: [{ key: 'pinned', match: { value: true } }] });
  expect((await vectors.inOrder({}, 'asc', 10)).map(({ memory_id }) => memory_id)).toEqual(['a']);
});

test.each(['InternalServerError', 'ProvisionedThroughputExceededException', 'drop-reply'] as const)(
  'whichever call meets %s once, everything is done once and completely',
  async (error) => {
    const { tenant, vectors } = opened(someone());
    const once = async <T>(action: string, work: () => Promise<T>): Promise<T> => {
      await store.injectFault({ action, times: 1, error });
      return work();
    };
    const written = Array.from({ length: 30 }, (_, n) => ({ payload: payload(tenant, `m${n}`), vector: direction(n) }));
    await once('BatchWriteItem', () => vectors.write(written));
    store.settle();
    expect(await once('Query', () => vectors.count({}))).toBe(30);
    expect(idsOf(await once('SearchVectors', () => vectors.nearest(direction(0), {}, 2)))).toEqual(['m0', 'm1']);
    expect(idsOf(await once('BatchGetItem', () => vectors.nearest(direction(0), {}, 2)))).toEqual(['m0', 'm1']);
    await once('UpdateItem', () => vectors.update({ must: [vectors.named(['m3', 'm4'])] }, { importance: 1 }));
    expect(await vectors.count({ must: [{ key: 'importance', match: { value: 1 } }] })).toBe(2);
    await once('DeleteItem', () => vectors.remove({ must: [{ key: 'importance', match: { value: 1 } }] }));
    expect(await vectors.count({})).toBe(28);
    await once('DeleteItem', () => vectors.removeTenant());
    expect(await vectors.count({})).toBe(0);
  },
);

test('a table that does not answer makes memory unavailable', async () => {
  const { vectors } = opened(someone(), (tenant) => new VectorTable('no-such-table', tenant));
  for (const asked of [vectors.count({}), vectors.nearest(direction(0), {}, 5), vectors.removeTenant()]) {
    await expect(asked).rejects.toBeInstanceOf(MemoryUnavailable);
  }
});

test('whoever gives up gets their own reason', async () => {
  const alice = someone();
  const memory = memoryAt(store, 'table');
  const reason = new Error('enough');
  await expect(memory.search(alice, 'sage', { query: 'x', signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('one agent’s part of the table takes in and gives out nothing of another’s', async () => {
  const alice = someone();
  const { vectors } = opened(alice);
  const foreign = { payload: payload('userbob_home_sage_context', 'x'), vector: direction(0) };
  await expect(vectors.write([foreign])).rejects.toThrow(Defect);
  const leaking = opened(alice, (tenant) => {
    const table = new VectorTable(store.table, tenant);
    table.get = async () => [
      { sk: 'x', tenant: 'userbob_home_sage_context', memory: {}, text: 'secret' } as MemoryItem,
    ];
    table.search = async () => [{ id: 'x', distance: 0 }];
    return table;
  });
  await expect(leaking.vectors.nearest(direction(0), {}, 5)).rejects.toThrow(Defect);
});

test('a condition that this store does not know is refused, not skipped', async () => {
  const { tenant, vectors } = opened(someone());
  await vectors.write([{ payload: payload(tenant, 'a'), vector: direction(0) }]);
  const odd = { must: [{ key: 'place', geo_radius: { center: { lat: 1, lon: 1 }, radius: 5 } }] };
  await expect(vectors.count(odd)).rejects.toThrow(Defect);
  await expect(vectors.remove({ min_should: { conditions: [], min_count: 1 } })).rejects.toThrow(Defect);
  expect(await vectors.count({})).toBe(1);
});
