import type { Doing, Operation, Person } from './person.ts';

type Listening = Person['connections'][number];
type Line = { event_id?: number; session_id?: string };

/** What a socket's program keeps of the lines it got: the newest number without a gap, for each session. */
const newest = ({ world }: Doing, { id }: Listening, session: string, from: number): number => {
  const numbers = new Set<number>();
  for (const text of world.sockets.lines(id)) {
    const { event_id, session_id } = JSON.parse(text) as Line;
    if (session_id === session && event_id !== undefined) numbers.add(event_id);
  }
  let last = from;
  while (numbers.has(last + 1)) last += 1;
  return last;
};

const request = (
  { world, person, number }: Doing,
  connection: string,
  routeKey: string,
  body?: unknown,
): Promise<void> =>
  new Promise((resolve) => {
    world.begin({
      role: 'socket',
      event: {
        requestContext: { connectionId: connection, routeKey, requestId: `${connection}-${number}` },
        headers: { Authorization: `Bearer ${person.client.person.key}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      owner: person.client.person.userId,
      ended: () => resolve(),
    });
  });

/** Every other subscription, so that one connection may change from one to the other. */
const takesBatches = (operation: number): boolean => operation % 2 === 0;

const subscribe = async (doing: Doing, listening: Listening, session: string): Promise<void> => {
  const known = listening.subscribed.find((one) => one.session === session);
  const last = newest(doing, listening, session, known?.last ?? 0);
  if (known) known.last = last;
  else listening.subscribed.push({ session, last });
  const projects = doing.person.places.find(({ sessions }) => sessions.includes(session));
  const project = projects?.base.split('/')[3];
  await request(doing, listening.id, '$default', {
    action: 'subscribe',
    session_id: session,
    last_event_id: last,
    batches: takesBatches(doing.number),
    ...(project !== undefined && { project_id: project }),
  });
};

export const socketOperations: Operation[] = [
  {
    name: 'socket opened and subscribed',
    weight: 2,
    run: async (doing) => {
      const { person, chance, world, number } = doing;
      const { sessions } = chance.one(person.places);
      if (sessions.length === 0) return;
      const listening: Listening = { id: `${person.name}-${number}`, subscribed: [] };
      world.sockets.open(listening.id);
      person.connections.push(listening);
      await request(doing, listening.id, '$connect');
      await subscribe(doing, listening, chance.one(sessions));
    },
  },
  {
    name: 'socket subscribed again',
    weight: 1,
    run: async (doing) => {
      const { person, chance } = doing;
      const open = person.connections.filter(({ subscribed }) => subscribed.length > 0);
      if (open.length === 0) return;
      const listening = chance.one(open);
      await subscribe(doing, listening, chance.one(listening.subscribed).session);
    },
  },
  {
    name: 'socket closed',
    weight: 0.5,
    run: async (doing) => {
      const { person, chance, world } = doing;
      if (person.connections.length === 0) return;
      const { id } = chance.one(person.connections);
      world.sockets.close(id);
      await request(doing, id, '$disconnect');
    },
  },
];
