import { describe, expect, test } from 'vitest';
import { Artel } from '../../../../clients/typescript/src/index.ts';
import { whenSignInEnds } from '../../../../console/src/api/ended.ts';
import { conversation } from '../../../../console/src/screens/chat/conversation.ts';
import { eventsOf } from './events.ts';

/* Requirements: WEB1, CH2. */

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const lines = (events: object[]): Response => new Response(events.map((one) => `${JSON.stringify(one)}\n`).join(''));
const EMPTY = { items: [], next_cursor: null };

/** A service that answers the history and the stream of events, in turn and the last one for ever, until the test has seen enough. */
const talkWith = (answers: { history?: (() => Response)[]; events?: (() => Response)[] }) => {
  const asked: string[] = [];
  const next = (list: (() => Response)[]): Response => (list.length > 1 ? list.shift() : list[0])!();
  const { history = [() => json(EMPTY)], events = [() => lines([])] } = answers;
  const send = async (input: unknown): Promise<Response> => {
    const { pathname, search } = new URL(String(input));
    asked.push(pathname.split('/').at(-1) + search);
    return pathname.endsWith('/events') ? next(events) : next(history);
  };
  const artel = new Artel({ url: 'https://artel.example', fetch: send as typeof fetch, pause: async () => undefined });
  const talk = conversation(
    artel,
    { session: 'ses_1', project: 'default' },
    { atNextFrame: queueMicrotask, againAfter: 0 },
  );
  const stop = new AbortController();
  return { talk, asked, stop, following: talk.follow(stop.signal) };
};
const until = (holds: () => boolean) => expect.poll(holds, { interval: 1 }).toBe(true);

describe('a chat as the page follows it', () => {
  test('goes on after the service ended the stream, from the last event that was seen', async () => {
    const [first, second] = [
      eventsOf('run_1', { question: 'A?', words: ['One'] }),
      eventsOf('run_2', { question: 'B?', words: ['Two'] }),
    ];
    const { talk, asked, stop, following } = talkWith({
      events: [() => lines(first), () => lines([...first, ...second]), () => lines([])],
    });
    await until(() => talk.turns.value.length === 2 && talk.underWay.value.length === 0);
    stop.abort();
    await following;
    expect(talk.turns.value.map(({ answers }) => answers.map(({ text }) => text))).toEqual([['One'], ['Two']]);
    expect(asked.find((one) => one.includes(`last_event_id=${first.at(-1)?.event_id}`))).toBeDefined();
  });

  test('a service that is away for a while is waited for, and the word about it goes', async () => {
    const away = () => json({ error_code: 'unavailable', detail: 'Not now.' }, 503);
    let isBack = false;
    const known = eventsOf('run_1', { question: 'A?', words: ['One'] });
    const { talk, stop, following } = talkWith({ events: [() => (isBack ? lines(known) : away())] });
    await until(() => talk.problem.value?.code === 'unavailable');
    isBack = true;
    await until(() => talk.turns.value.length === 1 && talk.problem.value === undefined);
    stop.abort();
    await following;
  });

  test('a history that could not be read is read again', async () => {
    const failed = () => json({ error_code: 'internal_error', detail: 'Broken.' }, 500);
    const { talk, stop, following } = talkWith({ history: [failed, failed, () => json(EMPTY)] });
    await until(() => talk.isKnown.value && talk.problem.value === undefined);
    stop.abort();
    await following;
  });

  test.each([
    [401, 'unauthorized', 1],
    [404, 'not_found', 0],
  ])('%i ends it, and the sign-in %s %i times', async (status, error_code, times) => {
    let ends = 0;
    whenSignInEnds(() => {
      ends += 1;
    });
    const { talk, following, asked } = talkWith({ events: [() => json({ error_code, detail: 'No.' }, status)] });
    await following;
    expect(talk.problem.value).toMatchObject({ code: error_code, status });
    expect([ends, asked.filter((one) => one.startsWith('events')).length]).toEqual([times, 1]);
    whenSignInEnds(() => undefined);
  });

  test('one that is left asks nothing more, and has no problem', async () => {
    const { talk, stop, following, asked } = talkWith({});
    await until(() => asked.length > 3);
    stop.abort();
    await following;
    const { length } = asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect([asked.length, talk.problem.value]).toEqual([length, undefined]);
  });
});
