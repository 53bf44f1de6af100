import { beforeEach, describe, expect, test } from 'vitest';
import { directoryItem } from '../../../../shared/accounts/index.ts';
import { MINUTE } from '../../../../shared/core/clock.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { readCounts, Tally } from '../../../../shared/metrics/index.ts';
import { measure, metricsText } from '../../../../shared/monitoring/index.ts';
import { DUE_SHARDS, deleteItem, getItem, pointerKeys, putItem } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { scrapeIn } from '../../../support/scrape.ts';

/* Requirements: OPS1, BUS8. */

const here = inTable();
const begin = Date.parse('2026-11-21T10:00:00Z');
let now = begin;
const clock = { now: () => now };

const enrol = async (users: number): Promise<void> => {
  for (let at = 0; at < users; at += 1) {
    await putItem(directoryItem(authenticated({ userId: `u${String(at).padStart(4, '0')}` })));
  }
};
/** A minute's work of the sweeper; what it cannot reach here, the queue and the vectors, is left out. */
const sweepMinute = async (): Promise<void> => {
  now += MINUTE;
  await measure(now + MINUTE, clock);
};
const scrape = async () => scrapeIn(await metricsText(clock));

beforeEach(() => {
  now = begin;
});

test('a walk over more users than one minute looks at goes on where it stopped, and shows nothing half', async () => {
  await enrol(250);
  await scrape();
  await sweepMinute();
  expect((await scrape()).has('artel_users')).toBe(false);
  await sweepMinute();
  const figures = await scrape();
  expect(figures.value('artel_users')).toBe(250);
  expect(figures.value('artel_figures_walk_seconds')).toBe(60);
  expect(figures.has('artel_queue_messages')).toBe(false);
  expect(figures.value('artel_overdue_items')).toBe(0);
});

test('once nobody has read the figures for ten minutes, nothing is measured, and the figures say how old they are', async () => {
  await scrape();
  await sweepMinute();
  await sweepMinute();
  now += 11 * MINUTE;
  await sweepMinute();
  expect((await scrape()).value('artel_platform_age_seconds')).toBe(12 * 60);
  expect((await scrape()).value('artel_figures_age_seconds')).toBeGreaterThanOrEqual(12 * 60);
  await sweepMinute();
  expect((await scrape()).value('artel_platform_age_seconds')).toBe(0);
});

describe('figures while the store fails', () => {
  const failing = (action: string) => here.table.injectFault({ action, times: 5, error: 'InternalServerError' });
  const unanswered = (action: string) => here.table.injectFault({ action, times: 1, error: 'drop-reply' });
  const begins = async (): Promise<void> => {
    await enrol(250);
    await Promise.all([deleteItem(pointerKeys.walk()), deleteItem(pointerKeys.snapshot())]);
    await scrape();
  };

  test('a walk goes on in the next minute where its part was not kept, and counts nobody twice', async () => {
    await begins();
    await failing('PutItem');
    await expect(sweepMinute()).rejects.toThrow();
    await sweepMinute();
    await unanswered('PutItem');
    await sweepMinute();
    expect((await scrape()).value('artel_users')).toBe(250);
  });

  test('a walk that was published and not ended is ended in the next minute, with the same figures', async () => {
    await begins();
    await sweepMinute();
    await failing('DeleteItem');
    await expect(sweepMinute()).rejects.toThrow();
    expect((await scrape()).value('artel_users')).toBe(250);
    await sweepMinute();
    expect((await scrape()).value('artel_users')).toBe(250);
    expect(await getItem(pointerKeys.walk())).toBeUndefined();
  });

  test('figures are answered only once it is noted that somebody reads them', async () => {
    await deleteItem(pointerKeys.wanted());
    await failing('UpdateItem');
    await expect(metricsText(clock)).rejects.toThrow();
    await metricsText(clock);
    expect(Number((await getItem(pointerKeys.wanted()))?.until)).toBeGreaterThan(now);
  });

  test('counts that could not be added are added with the next', async () => {
    const before = (await readCounts()).events_sent ?? 0;
    const tally = new Tally();
    await failing('UpdateItem');
    await tally.record({ latencies: Array.from({ length: 10 }, () => 5), lost: 0, failed: 0 });
    expect((await readCounts()).events_sent ?? 0).toBe(before);
    await tally.record({ latencies: [5], lost: 0, failed: 0 });
    expect((await readCounts()).events_sent).toBe(before + 11);
  });
});

test('the backlog is counted whole, however much of it there is in one place', async () => {
  const [due_shard] = DUE_SHARDS;
  for (let at = 0; at < 120; at += 1)
    await putItem({ ...directoryItem(authenticated({ userId: `late${at}` })), due_at: begin - MINUTE - at, due_shard });
  await scrape();
  await sweepMinute();
  expect((await scrape()).value('artel_overdue_items')).toBe(120);
});
