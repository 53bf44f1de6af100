/* Requirements: EV7. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { storedEvents } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();

/** More than are told where an event is appended. */
const SOCKETS = 24;

/** What was asked of AWS meanwhile, by action. */
const counted = async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
  await here.artel.cloud.resetCounts();
  await work();
  return Object.fromEntries(
    Object.entries(await here.artel.cloud.counts()).map(([action, { calls }]) => [action, calls]),
  );
};

/**
 * What the one of several asked of the table that asked least: the others also counted requests of their user, or read what a
 * container keeps for a second.
 */
const least = (all: Record<string, number>[]): Record<string, number> | undefined => {
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((one, other) => one + other, 0);
  return all.sort((one, other) => sum(one) - sum(other))[0];
};

const tableOf = (counts: Record<string, number> = {}): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([action, calls]) => {
      const [service, name = ''] = action.split(':');
      return service === 'dynamodb' ? [[name, calls]] : [];
    }),
  );

type Frame = { ok?: boolean; events?: { event_id: number }[] };

const replied = async (socket: WebSocket, message: object): Promise<Frame> => {
  const { promise, resolve } = Promise.withResolvers<Frame>();
  const look = (data: Buffer): void => {
    const frame = JSON.parse(data.toString()) as Frame;
    if (frame.ok !== undefined) resolve(frame);
  };
  socket.on('message', look);
  socket.send(JSON.stringify(message));
  return promise.finally(() => socket.off('message', look));
};

test('a handshake asks AWS three times, a subscription eight times, and events for many are one order and one post to each', async () => {
  const { artel, alice } = here;
  artel.model.always({ text: 'This is an answer of seven words.' });
  const { session } = await alice.chat();
  const sockets: WebSocket[] = [];
  const handshakes: Record<string, number>[] = [];
  const subscriptions: Record<string, number>[] = [];
  const headers = { authorization: `Bearer ${alice.token}` };
  for (let at = 0; at < SOCKETS; at += 1) {
    const socket = new WebSocket(artel.cloud.socketUrl, { family: 4, headers });
    sockets.push(socket);
    handshakes.push(await counted(() => once(socket, 'open')));
    const subscribe = { action: 'subscribe', session_id: session, batches: true };
    subscriptions.push(await counted(async () => expect(await replied(socket, subscribe)).toMatchObject({ ok: true })));
  }
  expect(tableOf(least(handshakes))).toEqual({ BatchGetItem: 1, TransactWriteItems: 1, PutItem: 1 });
  expect(tableOf(least(subscriptions))).toEqual({ GetItem: 5, BatchGetItem: 1, TransactWriteItems: 1, Query: 1 });
  const heard = sockets.map((socket) => {
    const own = { frames: 0, numbers: new Set<number>() };
    socket.on('message', (data: Buffer) => {
      own.frames += 1;
      for (const { event_id } of (JSON.parse(data.toString()) as Frame).events ?? []) own.numbers.add(event_id);
    });
    return own;
  });
  let events = 0;
  const turn = await counted(async () => {
    expect((await alice.ask(session, 'Hello')).status).toBe(200);
    events = (await storedEvents(alice, session)).length;
    await expect
      .poll(() => heard.map(({ numbers }) => numbers.size), { timeout: 20_000 })
      .toEqual(sockets.map(() => events));
  });
  const orders = turn['lambda:Invoke'] as number;
  expect(orders).toBeLessThan(events);
  expect(heard.map(({ frames }) => frames)).toEqual(sockets.map(() => orders));
  for (const socket of sockets) socket.terminate();
});
