import { expect, test } from 'vitest';
import { Cache, Reporter } from '../../../../shared/cache/index.ts';
import { MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { readCounts } from '../../../../shared/metrics/index.ts';
import { cacheOverview, metricsText } from '../../../../shared/monitoring/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { scrapeIn } from '../../../support/scrape.ts';
import { startFaults } from './faults.ts';
import { HandClock, minute, Source, somebody } from './in-cache.ts';

/* Requirements: CA8. */

const here = inTable();

/** A container with its own cache, and what it says of it. */
const container = (name: string, clock: HandClock) => {
  const cache = new Cache({ clock });
  return { cache, reporter: new Reporter({ cache, container: name, clock, random: () => 0.5 }) };
};

const eventsNow = async () => (await cacheOverview()).events;

test('the figures of all containers are added up, by level, for administrators and for Prometheus', async () => {
  const clock = new HandClock();
  const [one, other] = [container('one', clock), container('other', clock)];
  const alice = somebody();
  const source = new Source();
  const before = await cacheOverview(clock);
  await one.cache.getOrLoad(alice, 'question', minute, source.load);
  await one.cache.getOrLoad(alice, 'question', minute, source.load);
  await other.cache.getOrLoad(alice, 'question', minute, source.load);
  clock.pass(MINUTE);
  for (const { reporter } of [one, other]) await reporter.report();
  const now = await cacheOverview(clock);
  const level = ({ levels }: typeof now, name: string) => levels.find(({ level }) => level === name)!;
  const [memory, table] = [level(now, 'memory'), level(now, 'table')];
  expect([memory.hits - level(before, 'memory').hits, memory.misses - level(before, 'memory').misses]).toEqual([1, 2]);
  expect(table.hits - level(before, 'table').hits).toBe(1);
  expect(now.events.loads! - before.events.loads!).toBe(1);
  expect(now.memory).toMatchObject({ containers: 2, entries: 2 });
  expect(now.memory.bytes).toBeGreaterThan(0);
  expect(now.memory.bytes_in_an_hour).toBeLessThanOrEqual(now.memory.max_bytes);
  const scraped = scrapeIn(await metricsText(clock));
  expect(scraped.value('artel_cache_containers')).toBe(2);
  expect(scraped.series('artel_cache_reads_total')).toContainEqual({
    labels: { level: 'memory', outcome: 'hit' },
    value: memory.hits,
  });
});

test('a container says something once a minute, and nothing while nobody asks its cache', async () => {
  const clock = new HandClock();
  const { cache, reporter } = container('busy', clock);
  const alice = somebody();
  await here.table.resetCounts();
  const writes = async () => (await here.table.counts()).UpdateItem?.calls ?? 0;
  const keep = { ...minute, level: 'memory' as const, immutable: true };
  for (let second = 0; second < 60; second += 1) {
    await cache.get(alice, 'question', keep);
    await reporter.report();
    clock.pass(SECOND);
  }
  expect(await writes()).toBe(0);
  await reporter.report();
  expect(await writes()).toBe(2);
  clock.pass(10 * MINUTE);
  await reporter.report();
  expect(await writes()).toBe(2);
});

test('figures that could not be added are added with the next, once', async () => {
  const clock = new HandClock();
  const { cache, reporter } = container('unlucky', clock);
  const keep = { ...minute, level: 'memory' as const, immutable: true };
  const before = (await readCounts()).cache_memory_misses ?? 0;
  for (let time = 0; time < 3; time += 1) await cache.get(somebody(), 'question', keep);
  clock.pass(MINUTE);
  const faults = startFaults();
  faults.from(1, 'refuse');
  await reporter.report();
  faults.stop();
  expect((await readCounts()).cache_memory_misses ?? 0).toBe(before);
  clock.pass(MINUTE);
  await reporter.report();
  clock.pass(MINUTE);
  await reporter.report();
  expect((await readCounts()).cache_memory_misses).toBe(before + 3);
});

test('a container that has been silent for five minutes holds nothing any more; what it counted stays', async () => {
  const clock = new HandClock();
  const { cache, reporter } = container('gone', clock);
  await cache.getOrLoad(somebody(), 'question', minute, new Source().load);
  clock.pass(MINUTE);
  await reporter.report();
  const { memory } = await cacheOverview(clock);
  const { loads } = await eventsNow();
  clock.pass(5 * MINUTE);
  expect((await cacheOverview(clock)).memory.containers).toBeLessThan(memory.containers);
  expect((await eventsNow()).loads).toBe(loads);
});
