import type { Doing, Operation, Person } from './person.ts';

type Line = { event_id?: number; event_type?: string };

/** The lines a client has got whole, out of either format; the rest of a broken one is dropped, as clients do. */
const linesOf = (text: string, format: string): string[] => {
  const ends = format.startsWith('text/event-stream') ? '\n\n' : '\n';
  return text
    .slice(0, text.lastIndexOf(ends) + ends.length)
    .split('\n')
    .map((line) => line.replace(/^data: /, ''))
    .filter((line) => line.startsWith('{'));
};

/** The programs that followed sessions: each goes on where it was, as often as it breaks off. */
const follow = async (doing: Doing, program: Person['readers'][number]): Promise<void> => {
  const { person, chance } = doing;
  const place = person.places.find(({ sessions }) => sessions.includes(program.session));
  if (!place || program.busy) return;
  program.busy = true;
  const { last: after } = program;
  const asHeader = chance.happens(0.5);
  const query = {
    follow: chance.happens(0.8) ? 'true' : 'false',
    ...(!asHeader && { last_event_id: String(after) }),
  };
  const answer = await person.client.stream('events', ['GET', `${place.base}/chat/${program.session}/events`], {
    query,
    headers: {
      Accept: chance.one(['text/event-stream', 'application/x-ndjson']),
      ...(asHeader && { 'Last-Event-ID': String(after) }),
    },
    leavesAfter: chance.one([5, 300, 3_000, 15_000]),
    pieceMs: chance.one([0, 0, 20, 70_000]),
  });
  program.busy = false;
  if (answer.status !== 200) return;
  const lines = linesOf(answer.text, answer.headers['content-type'] ?? '');
  program.parts.push({ after, lines });
  for (const line of lines) program.last = (JSON.parse(line) as Line).event_id ?? program.last;
};

export const readerOperations: Operation[] = [
  {
    name: 'session followed over REST',
    weight: 2,
    run: async (doing) => {
      const { person, chance, number } = doing;
      const { sessions } = chance.one(person.places);
      if (sessions.length === 0) return;
      const program = { id: `reader-${number}`, session: chance.one(sessions), last: 0, busy: false, parts: [] };
      person.readers.push(program);
      await follow(doing, program);
      await follow(doing, program);
    },
  },
  {
    name: 'session followed further over REST',
    weight: 2,
    run: async (doing) => {
      const { readers } = doing.person;
      if (readers.length > 0) await follow(doing, doing.chance.one(readers));
    },
  },
];
