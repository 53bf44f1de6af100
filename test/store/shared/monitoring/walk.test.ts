import { beforeEach, expect, test } from 'vitest';
import { directoryItem } from '../../../../shared/accounts/index.ts';
import { MINUTE } from '../../../../shared/core/clock.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { measure, metricsText } from '../../../../shared/monitoring/index.ts';
import { putItem } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { scrapeIn } from '../../../support/scrape.ts';

/* Requirements: OPS1, BUS8. */

inTable();
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
