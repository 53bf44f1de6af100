import type { Chance } from '../world/chance.ts';
import type { Doing, Operation, Person, Place, Sent } from './person.ts';

const CONFLICTS = ['enqueue', 'enqueue', 'reject', 'interrupt'] as const;
const WISHES = [
  'Write a poem, then check it, then send it.',
  'Compare two offers and write a summary.',
  'First find a date. Second find a room. Then invite everyone.',
];

const chosen = ({ person, chance }: Doing): { place: Place; session: string } | undefined => {
  const place = chance.one(person.places);
  const session = place.sessions.length > 0 ? chance.one(place.sessions) : undefined;
  return session === undefined ? undefined : { place, session };
};

const send = async (person: Person, place: Place, { path, body, key }: Sent): Promise<void> => {
  const answer = await person.client.call('POST', path, { body, key });
  if (answer?.status !== 202) return;
  const { run } = answer.body as { run: { id: string; session_id: string } };
  if (place.runs.includes(run.id)) return;
  place.runs.push(run.id);
  person.accepted.push({ run: run.id, session: run.session_id, place });
};

const sendNew = async (doing: Doing, body: Record<string, unknown>): Promise<void> => {
  const at = chosen(doing);
  if (!at) return;
  const { person, chance, number } = doing;
  const message = {
    path: `${at.place.base}/chat/${at.session}/message`,
    body: { content: `Message ${number}`, on_conflict: chance.one(CONFLICTS), ...body },
    key: `key-${person.name}-${number}`,
  };
  person.sent.push(message);
  await send(person, at.place, message);
};

/** Two to five tasks; each builds on some of those before it. */
const graph = (chance: Chance, agents: string[]): unknown => {
  const count = chance.integer(1, 5);
  const tasks = Array.from({ length: count }, (_, at) => ({
    id: `t${at + 1}`,
    description: `Part ${at + 1}`,
    agent: chance.one(agents),
    depends_on: Array.from({ length: at }, (_, before) => `t${before + 1}`).filter(() => chance.happens(0.4)),
  }));
  return { tasks };
};

/** To one agent at the same moment: from several chats, so that they meet in its lane, or from several programs in one. */
const sendTogether = async (doing: Doing): Promise<void> => {
  const { person, chance, number } = doing;
  const place = chance.one(person.places);
  const agent = chance.one(AGENT_NAMES);
  const newest = place.sessions.slice(-4);
  const sessions = newest.length > 0 && chance.happens(0.5) ? Array<string>(3).fill(chance.one(newest)) : newest;
  await Promise.all(
    sessions.map((session, at) => {
      const message = {
        path: `${place.base}/chat/${session}/message`,
        body: { content: `Message ${number}.${at}`, target_agent: agent, on_conflict: chance.one(CONFLICTS) },
        key: `key-${person.name}-${number}-${at}`,
      };
      person.sent.push(message);
      return send(person, place, message);
    }),
  );
};

export const messageOperations: Operation[] = [
  { name: 'messages at the same time', weight: 8, run: sendTogether },
  {
    name: 'message to an agent',
    weight: 10,
    run: (doing) => sendNew(doing, { target_agent: doing.chance.one(AGENT_NAMES) }),
  },
  {
    name: 'message with a plan',
    weight: 5,
    run: (doing) => sendNew(doing, { plan: graph(doing.chance, AGENT_NAMES) }),
  },
  { name: 'wish', weight: 3, run: (doing) => sendNew(doing, { content: doing.chance.one(WISHES) }) },
  {
    name: 'message sent again under its key',
    weight: 2,
    run: async ({ person, chance }) => {
      if (person.sent.length === 0) return;
      const sent = chance.one(person.sent);
      const place = person.places.find(({ base }) => sent.path.startsWith(`${base}/chat`));
      if (place) await send(person, place, sent);
    },
  },
  {
    name: 'cancel',
    weight: 4,
    run: async ({ person, chance }) => {
      const place = chance.one(person.places);
      // The newest ones are the likeliest to be under way.
      const runs = place.runs.slice(-4);
      if (runs.length > 0) await person.client.call('POST', `${place.base}/runs/${chance.one(runs)}/cancel`);
    },
  },
];

export const AGENT_NAMES = ['writer', 'critic', 'helper'];
