import { describe, expect, test } from 'vitest';
import { follow } from '../../../../functions/event-stream/follow.ts';
import type { Frame } from '../../../../functions/event-stream/format.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { appendWrites, readEnd } from '../../../../shared/events/index.ts';
import { createSession } from '../../../../shared/sessions/index.ts';
import {
  deleteItem,
  putItem,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
  updateItem,
  userKeys,
} from '../../../../shared/store/index.ts';
import { withAccounts } from '../../../support/accounts.ts';
import { inTable } from '../../../support/in-table.ts';
import { alice, progress, project } from '../../shared/events/people.ts';

/* Requirements: EV5. */

const here = inTable();
withAccounts(alice);

const START = Date.parse('2026-11-21T08:00:00.000Z');
const identity: Identity = { scope: alice, projectId: 'prj_home', via: 'token', credential: 'jti', tier: 'standard' };

const append = async (session: string, text: string, now: number): Promise<void> => {
  const end = await readEnd(project, session);
  await transact(appendWrites(project, session, { end, events: [progress(text)], now }).writes);
};

const setActive = (session: string, run: string | undefined) =>
  updateItem(sessionKeys.state(project, session), run ? 'set #active = :run' : 'remove #active', {
    when: 'attribute_exists(#pk)',
    ...(run && { values: { run } }),
  });

type Happening = (session: string, now: number) => Promise<unknown>;

/**
 * Follows a new session in time that passes only in its pauses. `happens` says what others do by the time a number of
 * seconds has passed.
 */
const watch = async ({
  after = 0,
  happens = {},
  who = identity,
  before = async () => undefined,
  slowness = 1,
}: {
  after?: number;
  happens?: Record<number, Happening>;
  who?: Identity;
  before?: Happening;
  /** How much longer each pause takes than it was meant to. */
  slowness?: number;
} = {}) => {
  const { id: session } = await createSession(project, {});
  await before(session, START);
  let now = START;
  const left = Object.entries(happens).map(([second, happening]) => ({ at: START + Number(second) * 1000, happening }));
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds);
    now += milliseconds * slowness;
    while (left[0] && left[0].at <= now) await left.shift()?.happening(session, now);
  };
  const frames: (Frame & { at: number })[] = [];
  const signal = new AbortController().signal;
  const origin = { sourceIp: '127.0.0.1', userAgent: 'test', requestId: 'req-1' };
  const asked = { project, session, identity: who, after, follow: true, origin };
  for await (const frame of follow(asked, { clock: { now: () => now }, pause, signal, phase: 0 })) {
    frames.push({ ...frame, at: (now - START) / 1000 });
  }
  const lines = frames.map(({ line, number, at }) => {
    const { event_type, payload, last_event_id } = JSON.parse(line);
    return { event_type, payload, last_event_id, number, at };
  });
  return { lines, pauses, endedAt: (now - START) / 1000 };
};

const typesOf = (lines: { event_type: string; at: number }[]) => lines.map(({ event_type, at }) => [event_type, at]);

describe('following a session', () => {
  test('following a session begins with a line at once, sends a heartbeat every 15 s, and ends after 60 s without a run', async () => {
    const { lines, endedAt, pauses } = await watch();
    expect(typesOf(lines)).toEqual([0, 15, 30, 45].map((at) => ['heartbeat', Math.round(at)]));
    expect(endedAt).toBe(60);
    expect(pauses.filter((length) => length === 1000).length).toBeGreaterThan(57);
  });

  test('a heartbeat has no number of its own and names the last one', async () => {
    const { lines } = await watch({ before: (session, now) => append(session, 'a', now) });
    expect(lines[0]).toMatchObject({ event_type: 'task_progress', number: 1 });
    expect(lines[1]).toMatchObject({ event_type: 'heartbeat', last_event_id: 1, number: undefined });
  });

  test('following a session looks ten times a second during a run, and every second otherwise', async () => {
    const { lines, pauses } = await watch({
      before: (session) => setActive(session, 'run_1'),
      happens: {
        5: (session, now) => append(session, 'deep in the run', now),
        10: (session) => setActive(session, undefined),
      },
    });
    const said = lines.find(({ number }) => number === 1);
    expect(said?.at).toBeCloseTo(5, 0);
    expect(pauses.slice(0, 100).every((length) => length === 100)).toBe(true);
    expect(pauses.slice(-50).every((length) => length === 1000)).toBe(true);
  });

  test('following a session continues for as long as runs come, and until its time is up; then it asks to reconnect', async () => {
    const { lines, endedAt } = await watch({ before: (session) => setActive(session, 'run_1'), slowness: 50 });
    expect(lines.at(-1)).toMatchObject({ event_type: 'reconnect', last_event_id: 0 });
    expect(endedAt).toBe(14.5 * 60);
  });

  test('following a session asks to reconnect when the token has expired or the sign-in was ended', async () => {
    const short = await watch({ who: { ...identity, expiresAt: START + 20_000 } });
    expect(typesOf(short.lines)).toEqual([
      ['heartbeat', 0],
      ['heartbeat', 15],
      ['reconnect', 30],
    ]);
    const signOut: Happening = (_session, now) =>
      putItem({ ...userKeys.revoked(alice, 'fam-out'), v: SCHEMA_VERSION, expires_at: now / 1000 + 960 });
    const ended = await watch({ who: { ...identity, family: 'fam-out' }, happens: { 3: signOut } });
    expect(typesOf(ended.lines)).toEqual([
      ['heartbeat', 0],
      ['reconnect', 15],
    ]);
  });

  test('events that keep coming do not keep a stream open for a user who has signed out', async () => {
    const every: Record<number, Happening> = {};
    for (let second = 1; second < 40; second += 1) every[second] = (session, now) => append(session, 'more', now);
    const { lines } = await watch({ who: { ...identity, expiresAt: START + 20_000 }, happens: every });
    expect(lines.at(-1)?.event_type).toBe('reconnect');
    expect(lines.at(-1)?.at).toBeLessThanOrEqual(31);
  });

  test.each([
    ['the sign-in ends', { ...identity, family: 'fam-gone' }],
    ['the API key is revoked', { ...identity, via: 'key' as const, credential: 'key_gone', tier: 'standard' }],
  ])('R9: following a session tells nothing that comes after %s', async (_what, who) => {
    await putItem({ ...userKeys.apiKey(alice, 'key_gone'), v: SCHEMA_VERSION });
    const { lines } = await watch({
      who,
      before: (session) => setActive(session, 'run_1'),
      happens: {
        1: (session, now) => append(session, 'before', now),
        3: async (session, now) => {
          await deleteItem(userKeys.apiKey(alice, 'key_gone'));
          await putItem({ ...userKeys.revoked(alice, 'fam-gone'), v: SCHEMA_VERSION, expires_at: now / 1000 + 960 });
          await append(session, 'after', now);
        },
      },
    });
    expect(lines.filter(({ number }) => number !== undefined)).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({ event_type: 'reconnect', last_event_id: 1 });
    expect(lines.at(-1)?.at).toBeLessThan(3.5);
  });

  test('following a session ends when the session is deleted', async () => {
    const { endedAt } = await watch({
      happens: { 4: (session) => deleteItem(sessionKeys.state(project, session)) },
    });
    expect(endedAt).toBeLessThan(6);
  });

  test('following a session reports a gap once, and continues with the first event there is', async () => {
    const { lines } = await watch({
      before: async (session, now) => {
        for (const text of ['a', 'b', 'c']) await append(session, text, now);
        await deleteItem(sessionKeys.events(project, session, 1));
        await deleteItem(sessionKeys.events(project, session, 2));
      },
    });
    expect(lines.slice(0, 2)).toMatchObject([
      { event_type: 'gap', payload: { first_available: 3, history: expect.stringMatching(/\/messages$/) } },
      { event_type: 'task_progress', number: 3 },
    ]);
    expect(lines.filter(({ event_type }) => event_type === 'gap')).toHaveLength(1);
  });

  test('all followers of a session in a container share each look at it, and each is told every event once', async () => {
    const { id: session } = await createSession(project, {});
    await setActive(session, 'run_1');
    const origin = { sourceIp: '127.0.0.1', userAgent: 'test', requestId: 'req-1' };
    const asked = { project, session, identity, after: 0, follow: true, origin };
    const leaving = new AbortController();
    let rest: Array<() => void> = [];
    const pause = () => new Promise<void>((resolve) => rest.push(resolve));
    const heard = Array.from({ length: 20 }, () => [] as number[]);
    const followers = heard.map(async (own) => {
      for await (const { number } of follow(asked, { clock: { now: () => START }, pause, signal: leaving.signal })) {
        if (number !== undefined) own.push(number);
      }
    });
    const look = async () => {
      await expect.poll(() => rest.length).toBe(20);
      const all = rest;
      rest = [];
      for (const resume of all) resume();
      await expect.poll(() => rest.length).toBe(20);
    };
    await look();
    await append(session, 'for everybody', START);
    await here.table.resetCounts();
    await look();
    const { Query, GetItem, BatchGetItem } = await here.table.counts();
    expect([Query?.calls, BatchGetItem?.calls, GetItem?.calls ?? 0]).toEqual([1, 1, 0]);
    expect(heard).toEqual(Array.from({ length: 20 }, () => [1]));
    leaving.abort();
    for (const resume of rest) resume();
    await Promise.all(followers);
  });

  test('a follower whose sign-in ended is told nothing by a look it shares with others', async () => {
    const { id: session } = await createSession(project, {});
    await setActive(session, 'run_1');
    await putItem({ ...userKeys.apiKey(alice, 'key_stays'), v: SCHEMA_VERSION });
    const origin = { sourceIp: '127.0.0.1', userAgent: 'test', requestId: 'req-1' };
    const leaving = new AbortController();
    const rest: Array<() => void> = [];
    const pause = () => new Promise<void>((resolve) => rest.push(resolve));
    const listen = async (who: Identity, heard: string[]) => {
      const asked = { project, session, identity: who, after: 0, follow: true, origin };
      for await (const { line } of follow(asked, { clock: { now: () => START }, pause, signal: leaving.signal })) {
        heard.push(JSON.parse(line).event_type);
      }
    };
    const [out, stays]: [string[], string[]] = [[], []];
    const both = [
      listen({ ...identity, family: 'fam-shared' }, out),
      listen({ ...identity, via: 'key', credential: 'key_stays' }, stays),
    ];
    await expect.poll(() => rest.length).toBe(2);
    await putItem({ ...userKeys.revoked(alice, 'fam-shared'), v: SCHEMA_VERSION, expires_at: START / 1000 + 960 });
    await append(session, 'after', START);
    for (const resume of rest.splice(0)) resume();
    await expect.poll(() => stays).toContain('task_progress');
    await expect.poll(() => out).toContain('reconnect');
    expect(out).not.toContain('task_progress');
    leaving.abort();
    for (const resume of rest) resume();
    await Promise.all(both);
  });

  test('a look at a session where nothing is new costs one read of the log', async () => {
    await here.table.resetCounts();
    const { pauses } = await watch({ before: (session, now) => append(session, 'a', now) });
    const queries = (await here.table.counts()).Query?.calls ?? 0;
    // One more to find the end for the append, one for the very first look.
    expect(queries).toBeLessThanOrEqual(pauses.length + 3);
  });
});
