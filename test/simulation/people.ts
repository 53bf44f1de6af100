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

/** What is particular about alice's team: settings of all agents, and how many chats she has. */
export type Team = { agents?: Record<string, unknown>; sessions?: number };

/** Alice with a team and three chats, bob with one agent and one chat, before anything goes wrong. */
export const enrolled = async (world: World, driver: Driver, team?: Team): Promise<Person[]> => {
  const people: Person[] = [];
  for (const name of NAMES) {
    const person = await driver.until(personNamed(world, name, team));
    people.push(person);
  }
  return people;
};

const personNamed = async (world: World, name: string, { agents, sessions = 3 }: Team = {}): Promise<Person> => {
  const enrolment = Promise.withResolvers<Enrolled>();
  world.begin({
    role: 'enrol',
    event: { name, isFormer: world.chance.happens(0.5) },
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
    const config = agentConfig(chance, name);
    const mcp = (config.tools as unknown[]).filter((tool) => typeof tool === 'object');
    const body = {
      name: agent,
      ...config,
      tools: ['calculate', 'http_fetch', 'ask_agent', 'ask_person', ...mcp],
      ...agents,
    };
    await client.call('POST', '/my/agents', { body });
  }
  for (let count = 0; count < (isFirst ? sessions : 1); count += 1) {
    const session = idOf(await client.call('POST', '/my/chat/sessions', { body: {} }));
    if (session !== undefined) place.sessions.push(session);
  }
  return {
    name,
    client,
    places: [place],
    sent: [],
    accepted: [],
    connections: [],
    asked: [],
    responses: [],
    readers: [],
  };
};
