import { expect, test } from 'vitest';
import type { Counts } from '../../../../shared/metrics/index.ts';
import { Tally } from '../../../../shared/metrics/index.ts';

/* Requirements: EV8. */

const recorded = (fails = () => false) => {
  const written: { counts: Counts; shard: number }[] = [];
  const add = async (counts: Counts, shard: number) => {
    if (fails()) throw new Error('The table is away.');
    written.push({ counts, shard });
  };
  return { written, add };
};

const one = { latencies: [40], lost: 0, failed: 0 };

test('a thousand events sent one by one are counted in a hundred writes', async () => {
  const { written, add } = recorded();
  const tally = new Tally({ random: () => 0.99, add });
  for (let sent = 0; sent < 1_000; sent += 1) await tally.record(one);
  expect(written).toHaveLength(100);
  expect(written.reduce((sum, { counts }) => sum + (counts.events_sent ?? 0), 0)).toBe(1_000);
  expect(new Set(written.map(({ shard }) => shard))).toEqual(new Set([7]));
});

test('a lost connection is written at once', async () => {
  const { written, add } = recorded();
  await new Tally({ random: () => 0, add }).record({ latencies: [], lost: 1, failed: 0 });
  expect(written).toEqual([{ counts: { connections_lost: 1 }, shard: 0 }]);
});

test('a push without listeners writes nothing', async () => {
  const { written, add } = recorded();
  await new Tally({ add }).record({ latencies: [], lost: 0, failed: 0 });
  expect(written).toEqual([]);
});

test('what could not be written is written with the next, and nobody’s push fails for it', async () => {
  let away = true;
  const { written, add } = recorded(() => away);
  const tally = new Tally({ random: () => 0, add });
  for (let sent = 0; sent < 10; sent += 1) await tally.record(one);
  away = false;
  await tally.record(one);
  expect(written).toEqual([{ counts: { events_sent: 11, delivered_2: 11, delivery_milliseconds: 440 }, shard: 0 }]);
});
