import { once } from 'node:events';
import WebSocket from 'ws';
import type { Artel, Person } from '../../support/artel.ts';
import type { Heard, Hearing } from './heard.ts';

type Line = { event_id: number; timestamp: string };
type Frame = { reply?: string; ok?: boolean; events?: Line[] } & Line;

export type Room = { artel: Artel; who: Person; session: string; hearing: Hearing };

export type Audience = { sockets: number; batches: boolean; between?: () => Promise<void> };

/** So many clients open their socket, or subscribe, at the same time. */
const AT_ONCE = 40;

/** Milliseconds that all handshakes took, and then all subscriptions. */
export type Gathered = { opening: number; subscribing: number; leave: () => void };

/** Opens so many sockets, and then lets all of them listen to one session. `between`: called when all are open. */
export const gather = async (
  { artel, who, session, hearing }: Room,
  { sockets, batches, between = async () => undefined }: Audience,
): Promise<Gathered> => {
  const url = artel.cloud.socketUrl;
  const begun = performance.now();
  const open = await atOnce(sockets, async () => {
    const socket = new WebSocket(url, { family: 4, headers: { authorization: `Bearer ${who.token}` } });
    await once(socket, 'open');
    return socket;
  });
  const opened = performance.now();
  await between();
  const ask = JSON.stringify({ action: 'subscribe', session_id: session, ref: 'subscribe', batches });
  const asked = performance.now();
  await atOnce(sockets, (at) => subscribed(open[at] as WebSocket, ask, { own: hearing.client(), hearing }));
  return {
    opening: opened - begun,
    subscribing: performance.now() - asked,
    leave: () => {
      for (const socket of open) socket.terminate();
    },
  };
};

/** Some of so many at a time; what each gave, in no order. */
const atOnce = async <T>(times: number, work: (at: number) => Promise<T>): Promise<T[]> => {
  const done: T[] = [];
  let next = 0;
  const goOn = async (): Promise<void> => {
    while (next < times) {
      const at = next;
      next += 1;
      done.push(await work(at));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return done;
};

const subscribed = (
  socket: WebSocket,
  ask: string,
  { own, hearing }: { own: Heard; hearing: Hearing },
): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      if (frame.reply === undefined) hearing.note(own, data.byteLength, frame.events ?? [frame]);
      else if (frame.ok) resolve();
      else reject(new Error(data.toString()));
    });
    socket.send(ask);
  });
