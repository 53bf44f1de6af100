import { emailHash } from '../../../shared/identity/email.ts';
import type { Person } from '../operations/index.ts';
import type { PlainItem } from '../table/values.ts';
import type { Driver } from '../world/driver.ts';
import type { World } from '../world/world.ts';

/**
 * What stays of somebody who has left, as the README of `shared/portability` says: the trail, a mark under the id, and for
 * hours what leads to a socket of which nobody told that it was closed.
 */
const isKept = ({ pk, sk, expires_at }: PlainItem, userId: string): boolean =>
  pk === `AUDIT#${userId}` ||
  (pk === `ACCOUNT#${userId}` && sk === 'ACCOUNT') ||
  (pk.startsWith('CONNECTION#') && expires_at !== undefined);

/** JSON has no sets, which the table does. */
const plainSets = (_name: string, value: unknown) => (value instanceof Set ? [...value] : value);

const isMarked = (world: World, { client: { person } }: Person): boolean =>
  world.table.itemsBelow(`ACCOUNT#${person.userId}`).some(({ removed_at }) => removed_at !== undefined);

/** Whoever has left is marked so from then on, and once all is at rest nothing else names them. */
export const leftOfTheRemoved = (world: World, people: Person[]): string[] =>
  people.flatMap((person) => {
    if (!isMarked(world, person)) return person.hasLeft ? [`${person.name} was told to be removed, and is not`] : [];
    const { userId } = person.client.person;
    const names = [userId, emailHash(`${person.name}@example.com`)];
    const isTheirs = (thing: unknown): boolean => {
      const text = JSON.stringify(thing, plainSets);
      return names.some((name) => text.includes(name));
    };
    // Their sign-ins go last, and expire where the function died before that.
    const isSignIn = ({ pk, expires_at }: PlainItem) => pk === `AUTH#${userId}` && expires_at !== undefined;
    const items = world.table
      .items()
      .filter((item) => isTheirs(item) && !isKept(item, userId) && !(isSignIn(item) && !person.wasAnswered));
    return [
      ...items.map(({ pk, sk }) => `${person.name} has left, and ${pk} ${sk} is still there`),
      ...[...world.objects.keys()]
        .filter(isTheirs)
        .map((key) => `${person.name} has left, and the object ${key} has not`),
      ...world.vectors
        .payloads()
        .filter(isTheirs)
        .map(({ memory_id }) => `${person.name} has left, and the memory ${memory_id} has not`),
    ];
  });

/** Whoever stays has everything they were enrolled with. */
export const takenFromOthers = (world: World, people: Person[]): string[] => {
  const keys = new Set(world.table.items().map(({ pk, sk }) => `${pk} ${sk}`));
  return people
    .filter((person) => !isMarked(world, person))
    .flatMap(({ name, client: { person } }) => {
      const own = `USER#${person.userId}`;
      const enrolled = [
        `${own} PROFILE`,
        `${own} PROJECT#${person.projectId}`,
        `AUTH#${person.userId} CREDENTIALS`,
        `EMAIL#${emailHash(`${name}@example.com`)} USER`,
      ];
      return enrolled.filter((key) => !keys.has(key)).map((key) => `${name} has not left, and ${key} is gone`);
    });
};

/** Nobody who has left is let in by a key of theirs, over any of the ways in. */
export const removedWhoAreLetIn = async (world: World, people: Person[], driver: Driver): Promise<string[]> => {
  const problems: string[] = [];
  for (const person of people.filter((one) => isMarked(world, one))) {
    const { client, name } = person;
    const body = { model: 'scripted', messages: [{ role: 'user', content: 'Hello' }] };
    const statuses = {
      REST: (await driver.until(client.call('GET', '/my/agents')))?.status,
      '/v1': (await driver.until(client.stream('v1', ['POST', '/v1/chat/completions'], { body }))).status,
      'a stream of events': (await driver.until(client.stream('events', ['GET', '/my/chat/none/events']))).status,
    };
    for (const [way, status] of Object.entries(statuses))
      if (status !== 401) problems.push(`${name} has left, and ${way} answers ${status}`);
  }
  return problems;
};
