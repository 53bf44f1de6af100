import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { handler as pusher } from '../../../../functions/pusher/handler.ts';
import { connect, findConnection, subscribe } from '../../../../shared/connections/index.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { appendWrites, lineOf, push, type SessionEvent } from '../../../../shared/events/index.ts';
import { inTableWithSockets } from '../../../support/in-table-with-sockets.ts';
import { listening } from '../../../support/listening.ts';
import { alice, newSession, progress, project } from './people.ts';

const here = inTableWithSockets();

const identity: Identity = {
  scope: alice,
  projectId: 'prj_home',
  via: 'token',
  credential: 'jti',
  tier: 'standard',
  family: 'fam',
};

const listen = async (session: string, ...ids: string[]): Promise<void> => {
  const register = async (id: string): Promise<void> => {
    await connect(id, identity);
    const connection = await findConnection(id);
    await subscribe(project, session, { connection: connection! });
  };
  for (let from = 0; from < ids.length; from += 8) await Promise.all(ids.slice(from, from + 8).map(register));
};

const listenInBatches = async (session: string, id: string): Promise<void> => {
  await connect(id, identity);
  const connection = await findConnection(id);
  await subscribe(project, session, { connection: connection!, batches: true });
};

const eventsOf = (session: string, ...texts: string[]): SessionEvent[] =>
  appendWrites(project, session, { end: { next: 1, readAt: 0 }, events: texts.map(progress), now: Date.now() }).events;

const context = { awsRequestId: 'invocation-1' } as Context;

describe('pushing', () => {
  test('every listener gets every line, in order and as it is stored', async () => {
    const session = newSession();
    await listen(session, 'one', 'two');
    const events = eventsOf(session, 'a', 'b', 'c');
    await push(project, session, events);
    const lines = events.map(lineOf);
    expect([here.sockets.posts.get('one'), here.sockets.posts.get('two')]).toEqual([lines, lines]);
  });

  test('a client that asked for batches gets all lines of a push in one frame, each as it is stored', async () => {
    const session = newSession();
    await listen(session, 'single');
    await listenInBatches(session, 'batching');
    const events = eventsOf(session, 'a', 'b', 'c');
    await push(project, session, events);
    const lines = events.map(lineOf);
    expect(here.sockets.posts.get('batching')).toEqual([`{"events":[${lines.join(',')}]}`]);
    expect(here.sockets.posts.get('single')).toEqual(lines);
    await listen(session, 'batching');
    await push(project, session, events.slice(2));
    expect(here.sockets.posts.get('batching')).toHaveLength(2);
    expect(here.sockets.posts.get('batching')?.[1]).toBe(lines[2]);
  });

  test('a frame holds no more than 32 KB, and every line stands in one of them, in order', async () => {
    const session = newSession();
    await listenInBatches(session, 'wide');
    const events = eventsOf(session, ...Array.from({ length: 9 }, (_, at) => `${at}${'ü'.repeat(4_500)}`));
    await push(project, session, events);
    const frames = here.sockets.posts.get('wide') ?? [];
    expect(frames.map((text) => Buffer.byteLength(text) <= 32 * 1024)).toEqual([true, true, true]);
    expect(frames.flatMap((text) => JSON.parse(text).events)).toEqual(events);
  });

  test('a connection that is gone is forgotten with its subscription, and the others are served', async () => {
    const session = newSession();
    await listen(session, 'stays', 'left');
    here.sockets.gone.add('left');
    await push(project, session, eventsOf(session, 'a'));
    expect(await listening(project, session)).toEqual(['stays']);
    expect(await findConnection('left')).toBeUndefined();
    expect(here.sockets.posts.get('stays')).toHaveLength(1);
  });

  test('a connection that cannot be served disturbs neither the append nor the others', async () => {
    const session = newSession();
    await listen(session, 'fine', 'broken');
    here.sockets.refusing.add('broken');
    await push(project, session, eventsOf(session, 'a'));
    expect(here.sockets.posts.get('fine')).toHaveLength(1);
    expect(await listening(project, session)).toEqual(['broken', 'fine']);
  });

  test('a failing table does not fail the append whose events are pushed', async () => {
    const session = newSession();
    await here.table.injectFault({ action: 'Query', times: 5, error: 'InternalServerError' });
    await expect(push(project, session, eventsOf(session, 'a'))).resolves.toBe(0);
  });

  test('events for over 20 connections go to pushers in parts, which post the very same lines', async () => {
    const session = newSession();
    const ids = Array.from({ length: 204 }, (_, at) => `many-${String(at).padStart(3, '0')}`);
    await listen(session, ...ids);
    const events = eventsOf(session, 'a', 'b');
    expect(await push(project, session, events)).toBeCloseTo((204 * 1_000) / 5_000);
    const orders = here.sockets.invocations.splice(0);
    expect(orders.map(({ name, type }) => [name, type])).toEqual([
      ['pusher', 'Event'],
      ['pusher', 'Event'],
    ]);
    expect(here.sockets.posts.has('many-000')).toBe(false);
    const old = { user_id: 'alice', project_id: project.projectId, session_id: session, lines: ['{"event_id":1}'] };
    await pusher({ ...old, connections: ['earlier'] }, context);
    expect(here.sockets.posts.get('earlier')).toEqual(old.lines);
    for (const { payload } of orders) await pusher(payload, context);
    for (const id of ids) expect(here.sockets.posts.get(id)).toEqual(events.map(lineOf));
  });

  test('a pusher knows who of its connections takes batches, and posts to each once an order', async () => {
    const session = newSession();
    for (let at = 0; at < 21; at += 1) await listenInBatches(session, `class-${at}`);
    const events = eventsOf(session, ...Array.from({ length: 43 }, (_, at) => `piece ${at}`));
    await push(project, session, events);
    for (const { payload } of here.sockets.invocations.splice(0)) await pusher(payload, context);
    const frame = `{"events":[${events.map(lineOf).join(',')}]}`;
    for (let at = 0; at < 21; at += 1) expect(here.sockets.posts.get(`class-${at}`)).toEqual([frame]);
  });

  test('many large lines are split into orders that each fit an asynchronous invocation', async () => {
    const session = newSession();
    const ids = Array.from({ length: 21 }, (_, at) => `large-${at}`);
    await listen(session, ...ids);
    const events = eventsOf(session, ...Array.from({ length: 8 }, () => '"'.repeat(11_000)));
    await push(project, session, events);
    const orders = here.sockets.invocations.splice(0).map(({ payload }) => payload as { lines: string[] });
    expect(orders.flatMap(({ lines }) => lines).sort()).toEqual(events.map(lineOf).sort());
    for (const order of orders) expect(JSON.stringify(order).length).toBeLessThan(200_000);
    expect(orders.length).toBeGreaterThan(1);
  });

  test('a pusher refuses an order it does not understand', async () => {
    await expect(pusher({ connections: ['one'], lines: ['{}'] }, context)).rejects.toThrow();
  });
});
