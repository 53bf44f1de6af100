import { beforeAll, describe, expect, test } from 'vitest';
import { administratorIn } from '../../support/administrator.ts';
import { type Person, request } from '../../support/artel.ts';
import { holdAnswer, send } from '../../support/gates.ts';
import { inArtel } from '../../support/in-artel.ts';
import { listen } from '../../support/listener.ts';
import { type Scrape, scrapeIn } from '../../support/scrape.ts';

/* Requirements: EV8, BUS8, WS6, OPS1, API7. */

const here = inArtel();
let root: Person;
beforeAll(async () => {
  root = await administratorIn(here.artel, here.operator);
  here.artel.model.always({ text: 'Fine.' });
});

const scrape = async (): Promise<Scrape> => {
  const { status, body, headers } = await root.call<string>('GET', '/metrics');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  return scrapeIn(body);
};

/** As the sweeper measures, once somebody reads. */
const measured = async (): Promise<Scrape> => {
  await scrape();
  await here.artel.cloud.sweep();
  return scrape();
};

describe('GET /metrics', () => {
  test('is for administrators: others, and whoever is not signed in, are refused', async () => {
    expect((await here.alice.call('GET', '/metrics')).status).toBe(403);
    const stranger = (headers: Record<string, string>) =>
      request(here.artel.cloud.url, 'GET', '/metrics', undefined, headers);
    expect((await stranger({})).status).toBe(401);
    expect((await stranger({ authorization: 'Bearer a-key-that-nobody-set' })).status).toBe(401);
  });

  test('has no sums while nobody reads them, and from the first reading on the sweeper takes them', async () => {
    await here.artel.cloud.sweep();
    expect(await here.operator.partition('METRICS#', 'SNAPSHOT')).toEqual([]);
    expect((await scrape()).has('artel_users')).toBe(false);
    await here.artel.cloud.sweep();
    const figures = await scrape();
    expect(figures.value('artel_users')).toBe(2);
    expect(figures.value('artel_figures_age_seconds')).toBeLessThan(60);
    expect(figures.value('artel_queue_messages')).toBe(0);
  });

  test('counts what agents do: tasks at work and waiting, runs with their duration and wait, cost, agents by project', async () => {
    const bob = await here.artel.register('bob');
    const { agent, session } = await bob.chat('clerk', { concurrency_limit: 1 });
    await bob.ask(session, 'an easy one', { target_agent: agent });
    const other = await bob.call<{ id: string }>('POST', '/my/chat/sessions', {});
    const held = holdAnswer(here.artel, 'a long one');
    await send(bob, session, 'a long one', { target_agent: agent });
    await held.arrived;
    await send(bob, other.body.id, 'a later one', { target_agent: agent });

    const figures = await measured();
    expect(figures.value('artel_active_workers')).toBe(1);
    expect(figures.value('artel_queued_tasks')).toBe(1);
    expect(figures.series('artel_agent_queued_tasks').map(({ value }) => value)).toEqual([1]);
    expect(figures.value('artel_agent_runs_today', { outcome: 'completed' })).toBe(1);
    expect(figures.value('artel_run_duration_seconds_count')).toBe(1);
    expect(figures.value('artel_run_wait_seconds_count')).toBe(1);
    expect(figures.value('artel_run_wait_seconds_sum')).toBeLessThan(
      figures.value('artel_run_duration_seconds_sum') + 0.001,
    );
    expect(figures.value('artel_model_calls_total', { outcome: 'completed' })).toBeGreaterThanOrEqual(1);
    expect(figures.value('artel_tokens_total', { kind: 'prompt' })).toBeGreaterThan(0);
    expect(figures.series('artel_agents_per_project').map(({ value }) => value)).toContain(1);
    held.letGo();
  });

  test('counts how long tasks of a plan wait once they can start, beside their runs', async () => {
    const { alice } = here;
    const { agent, session } = await alice.chat();
    const project = (await alice.call<{ items: { id: string }[] }>('GET', '/my/projects')).body.items[0]?.id ?? '';
    const task = (id: string, depends_on: string[]) => ({ id, description: `part ${id}`, agent, depends_on });
    await alice.ask(session, 'two parts', { plan: { tasks: [task('a', []), task('b', ['a'])] } });
    const figures = await measured();
    expect(figures.value('artel_agent_runs_today', { project, outcome: 'completed' })).toBe(2);
    expect(figures.value('artel_agent_waits_today', { project })).toBe(2);
    const [waited, worked] = ['wait', 'run'].map((name) =>
      figures.value(`artel_agent_${name}_seconds_today`, { project }),
    );
    expect(waited).toBeGreaterThanOrEqual(0);
    expect(worked).toBeGreaterThan(0);
  });

  test('counts open sockets, what was sent over them and how long it took', async () => {
    const carol = await here.artel.register('carol');
    const { agent, session } = await carol.chat();
    const client = await listen(here.artel.cloud.socketUrl, carol);
    await client.hear(session);
    const before = await measured();
    expect(before.value('artel_connections')).toBe(1);
    for (let turn = 0; turn < 6; turn += 1) await carol.ask(session, `turn ${turn}`, { target_agent: agent });
    const after = await scrape();
    const sent = after.value('artel_events_sent_total');
    expect(sent).toBeGreaterThan(20);
    expect(after.value('artel_event_delivery_seconds_count')).toBe(after.value('artel_events_sent_total'));
    expect(after.value('artel_event_delivery_seconds_sum')).toBeGreaterThan(0);
    client.close();
  });

  test('is read with the names and units Prometheus asks for, each family once and explained', async () => {
    const { families } = await measured();
    expect(families.length).toBeGreaterThan(30);
    for (const { name, type, help } of families) {
      expect([name, help.length > 5]).toEqual([name, true]);
      expect(name).toMatch(/^artel_[a-z]+(_[a-z]+)*$/);
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'COUNTER']);
      expect(name).not.toMatch(/_(count|sum|bucket|milliseconds|ms|minutes)$/);
      if (type === 'HISTOGRAM' || type === 'SUMMARY') expect(name).toMatch(/_seconds$/);
    }
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  });

  test('holds nobody’s address, name or words', async () => {
    const { body } = await root.call<string>('GET', '/metrics');
    expect(body).not.toMatch(/alice|bob|carol|example\.com|clerk|turn 1/);
  });
});

/** A container adds its figures once a minute, so what is found depends on the pace of the tests before. */
interface CacheFigures {
  levels: { level: string; hits: number; misses: number }[];
  memory: Record<'containers' | 'entries' | 'bytes' | 'max_bytes' | 'bytes_in_an_hour', number>;
}

describe('GET /admin/cache', () => {
  const figures = async (): Promise<CacheFigures> => {
    const { status, body } = await root.call<CacheFigures>('GET', '/admin/cache');
    expect(status).toBe(200);
    return body;
  };

  test('is for administrators, and says of each level what it found, and what containers hold', async () => {
    expect((await here.alice.call('GET', '/admin/cache')).status).toBe(403);
    const { levels, memory } = await figures();
    expect(levels.map(({ level }) => level)).toEqual(['memory', 'warmed', 'table', 'valkey', 'objects']);
    expect(memory.bytes).toBeLessThanOrEqual(memory.max_bytes);
    expect(memory.max_bytes > 0).toBe(memory.containers > 0);
  });

  test('and /metrics has the same', async () => {
    const before = await figures();
    const scraped = await scrape();
    const after = await figures();
    expect(before.levels).toHaveLength(5);
    for (const [at, { level, hits }] of before.levels.entries()) {
      const seen = scraped.value('artel_cache_reads_total', { level, outcome: 'hit' });
      expect([level, seen]).toEqual([level, Math.max(hits, Math.min(seen, after.levels[at]?.hits ?? 0))]);
    }
  });
});
