import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { MINUTE } from '../../../shared/core/clock.ts';
import { emailHash } from '../../../shared/identity/email.ts';
import type { Person } from '../../support/artel.ts';
import type { InArtel } from '../../support/in-artel.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';
import { inventoryOf } from './inventory.ts';

/** The audit trail is kept for its retention; the mark says that somebody was here, and that nobody is let in. */
const KEPT_BY_LAW = / (AUDIT#\S+|ACCOUNT)$/;

/** As if they had left long ago: nobody who was let in before can still be at work, and whatever waits is due. */
const halfAnHourPasses = async (here: InArtel, people: Person[]): Promise<void> => {
  const { operator, artel } = here;
  const items = await Promise.all(people.map(({ id }) => operator.partition(`USER#${id}`)));
  for (const item of items.flat()) {
    const time = item.sk === 'REMOVAL' ? 'left_at' : 'deleted_at';
    if (time in item) await operator.put({ ...item, [time]: Number(item[time]) - 30 * MINUTE });
  }
  for (const queue of artel.cloud.queues.all) queue.hasten();
  await operator.timePasses();
  await artel.cloud.sweep();
};

const removals = async (here: InArtel, people: Person[]): Promise<number> =>
  (await Promise.all(people.map(({ id }) => here.operator.partition(`USER#${id}`, 'REMOVAL')))).flat().length;

/** Waits until nothing is left to be removed. */
export const removed = async (here: InArtel, people: Person[]): Promise<void> => {
  await here.artel.cloud.sweep();
  await expect
    .poll(
      async () => {
        await halfAnHourPasses(here, people);
        return await removals(here, people);
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(0);
};

/** Everything stored anywhere that names the person: their id, their address, or what is kept by its hash. */
const left = (here: InArtel, person: Person) =>
  inventoryOf(here.artel.cloud, here.operator, [person.id, person.email, emailHash(person.email)]);

export const nothingButTheTrail = async (here: InArtel, person: Person): Promise<void> => {
  const { items, objects, vectors } = await left(here, person);
  expect(items.filter((key) => !KEPT_BY_LAW.test(key))).toEqual([]);
  expect({ objects, vectors }).toEqual({ objects: [], vectors: [] });
  // What is delayed, or was taken by somebody who failed, comes within a quarter of an hour, and finds nobody.
  const queued = async () => {
    for (const queue of here.artel.cloud.queues.all) queue.hasten();
    return (await left(here, person)).queued;
  };
  await expect.poll(queued, { timeout: 25_000, interval: 4_000 }).toEqual([]);
};

type Life = { key: string; socket: WebSocket; work: Promise<unknown> };

/** A plan of three tasks, a chat, memories that are written, a key, a ticket, a socket and a second project. */
export const busyLife = async (here: InArtel, person: Person): Promise<Life> => {
  const { session } = await team(person, ['ann', 'ben']);
  const { body: key } = await person.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  await person.call('POST', '/my/projects', { name: 'Garden' });
  await person.call('POST', '/my/secrets', { name: 'weather', value: 'a secret value' });
  await person.call('POST', '/my/chat/ticket');
  const socket = new WebSocket(here.artel.cloud.socketUrl, { headers: { authorization: `Bearer ${person.token}` } });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.send(JSON.stringify({ action: 'subscribe', session_id: session }));
  const other = await person.call<{ id: string }>('POST', '/my/chat/sessions', {});
  const work = Promise.all([
    sendPlan(person, session, [taskFor('a'), taskFor('b', ['a'], 'ben'), taskFor('c', [], 'ben')]),
    person.call('POST', `/my/chat/${other.body.id}/message`, { content: 'Hello', target_agent: 'ann' }),
    ...[1, 2, 3].map((n) => person.call('POST', '/my/agents/ann/context', { text: `A memory, ${n}` })),
  ]);
  return { key: key.key, socket, work };
};
