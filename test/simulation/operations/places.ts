import { agentConfig } from './agents.ts';
import { AGENT_NAMES } from './messages.ts';
import { idOf, type Operation } from './person.ts';

export const placeOperations: Operation[] = [
  {
    name: 'session created',
    weight: 3,
    run: async ({ person, chance }) => {
      const place = chance.one(person.places);
      const id = idOf(await person.client.call('POST', `${place.base}/chat/sessions`, { body: {} }));
      if (id !== undefined) place.sessions.push(id);
    },
  },
  {
    name: 'session deleted',
    weight: 1,
    run: async ({ person, chance }) => {
      const place = chance.one(person.places);
      if (place.sessions.length < 2) return;
      await person.client.call('DELETE', `${place.base}/chat/sessions/${chance.one(place.sessions)}`);
    },
  },
  {
    name: 'project created',
    weight: 1,
    run: async ({ person, chance }) => {
      if (person.places.length > 2) return;
      const id = idOf(await person.client.call('POST', '/my/projects', { body: { name: 'Other' } }));
      if (id === undefined) return;
      const base = `/my/projects/${id}`;
      const place = { base, sessions: [] as string[], agents: [], runs: [] };
      person.places.push(place);
      const body = { name: chance.one(AGENT_NAMES), ...agentConfig(chance, person.name) };
      await person.client.call('POST', `${base}/agents`, { body });
      const session = idOf(await person.client.call('POST', `${base}/chat/sessions`, { body: {} }));
      if (session !== undefined) place.sessions.push(session);
    },
  },
  {
    name: 'project deleted',
    weight: 0.5,
    run: async ({ person, chance }) => {
      const others = person.places.slice(1);
      if (others.length > 0) await person.client.call('DELETE', chance.one(others).base);
    },
  },
];
