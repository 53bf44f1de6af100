import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { handler as pusher } from '../../../../functions/pusher/handler.ts';
import { connect, findConnection, listeners, subscribe } from '../../../../shared/connections/index.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { appendWrites, lineOf, push, type SessionEvent } from '../../../../shared/events/index.ts';
import { inTableWithSockets } from '../../../support/in-table-with-sockets.ts';
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
  for (const id of ids) {
    await connect(id, identity);
    const connection = await findConnection(id);
    await subscribe(project, session, connection!);
  }
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

  test('a connection that is gone is forgotten with its subscription, and the others are served', async () => {
    const session = newSession();
    await listen(session, 'stays', 'left');
    here.sockets.gone.add('left');
    await push(project, session, eventsOf(session, 'a'));
    expect(await listeners(project, session)).toEqual(['stays']);
    expect(await findConnection('left')).toBeUndefined();
    expect(here.sockets.posts.get('stays')).toHaveLength(1);
  });

  test('a connection that cannot be served disturbs neither the append nor the others', async () => {
    const session = newSession();
    await listen(session, 'fine', 'broken');
    here.sockets.refusing.add('broken');
    await push(project, session, eventsOf(session, 'a'));
    expect(here.sockets.posts.get('fine')).toHaveLength(1);
    expect(await listeners(project, session)).toEqual(['broken', 'fine']);
  });

  test('a failing table does not fail the append whose events are pushed', async () => {
    const session = newSession();
    await here.table.injectFault({ action: 'Query', times: 5, error: 'InternalServerError' });
    await expect(push(project, session, eventsOf(session, 'a'))).resolves.toBeUndefined();
  });

  test('events for over 20 connections go to pushers in parts, which post the very same lines', async () => {
    const session = newSession();
    const ids = Array.from({ length: 130 }, (_, at) => `many-${String(at).padStart(3, '0')}`);
    await listen(session, ...ids);
    const events = eventsOf(session, 'a', 'b');
    await push(project, session, events);
    const orders = here.sockets.invocations.splice(0);
    expect(orders.map(({ name, type }) => [name, type])).toEqual([
      ['pusher', 'Event'],
      ['pusher', 'Event'],
    ]);
    expect(here.sockets.posts.has('many-000')).toBe(false);
    for (const { payload } of orders) await pusher(payload, context);
    for (const id of ids) expect(here.sockets.posts.get(id)).toEqual(events.map(lineOf));
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
