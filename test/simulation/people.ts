import type { Person as Enrolled } from './container/enrol.ts';
import { agentConfig } from './operations/agents.ts';
import type { Person, Place } from './operations/index.ts';
import { AGENT_NAMES } from './operations/messages.ts';
import { idOf } from './operations/person.ts';
import { streamOf } from './world/chance.ts';
import { Client } from './world/client.ts';
import type { Driver } from './world/driver.ts';
import type { World } from './world/world.ts';

const NAMES = ['alice', 'bob'];

/** Alice with a team and three chats, bob with one agent and one chat, before anything goes wrong. */
export const enrolled = async (world: World, driver: Driver): Promise<Person[]> => {
  const people: Person[] = [];
  for (const name of NAMES) {
    const person = await driver.until(personNamed(world, name));
    people.push(person);
  }
  return people;
};

const personNamed = async (world: World, name: string): Promise<Person> => {
  const enrolment = Promise.withResolvers<Enrolled>();
  world.begin({
    role: 'enrol',
    event: name,
    ended: (outcome) => {
      if (outcome.kind === 'returned') enrolment.resolve(outcome.value as Enrolled);
      else enrolment.reject(new Error(`${name} was not enrolled.`));
    },
  });
  const client = new Client(world, await enrolment.promise);
  const chance = streamOf(0, name);
  const place: Place = { base: '/my', sessions: [], agents: [], runs: [] };
  const isFirst = name === NAMES[0];
  for (const agent of AGENT_NAMES.slice(0, isFirst ? AGENT_NAMES.length : 1)) {
    const body = { name: agent, ...agentConfig(chance), tools: ['calculate', 'http_fetch', 'ask_agent', 'ask_person'] };
    await client.call('POST', '/my/agents', { body });
  }
  for (let count = 0; count < (isFirst ? 3 : 1); count += 1) {
    const session = idOf(await client.call('POST', '/my/chat/sessions', { body: {} }));
    if (session !== undefined) place.sessions.push(session);
  }
  return { name, client, places: [place], sent: [], accepted: [], connections: [] };
};
