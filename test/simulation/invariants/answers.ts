import type { Person } from '../operations/index.ts';

/** How the streams of each API end: with their last event, or with an error. */
const ENDS: Record<string, RegExp> = {
  '/v1/chat/completions': /\[DONE\]|"error"/,
  '/v1/messages': /message_stop|"type":"error"/,
  '/v1/responses': /response\.(completed|incomplete|failed)|"type":"error"/,
};

/** A stream under `/v1` that its client read to its end says how it ended. */
export const answersWithoutEnd = (people: Person[]): string[] =>
  people.flatMap(({ name, asked }) =>
    asked.flatMap(({ path, stream, answer: { status, text, whole } }) => {
      const isOver = !stream || status !== 200 || !whole || ENDS[path]?.test(text.slice(-2_000));
      return isOver ? [] : [`${name}: a stream of ${path} ends with ${JSON.stringify(text.slice(-80))}`];
    }),
  );

/** One key, one run: a request to an agent that is sent again finds the first one's. */
export const runsOfOneKey = (people: Person[]): string[] =>
  people.flatMap(({ name, asked }) => {
    const runs = new Map<string, string>();
    return asked.flatMap(({ key, answer: { headers } }) => {
      const run = headers['x-artel-run'];
      if (key === undefined || run === undefined) return [];
      const first = runs.get(key) ?? run;
      runs.set(key, first);
      return first === run ? [] : [`${name}: the key ${key} led to the runs ${first} and ${run}`];
    });
  });
