import { describe, expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: CA12, GW2. */

const here = inArtel();

type Completion = { choices: { message: { content: string } }[] };

const EXPLAIN = 'Explain photosynthesis.';
const IN_OTHER_WORDS = 'Can you explain photosynthesis?';

const ask = async (who: Person, content: string, more: object = {}) => {
  const body = { model: 'scripted', messages: [{ role: 'user', content }], temperature: 0, ...more };
  const answer = await who.call<Completion>('POST', '/v1/chat/completions', body);
  return { text: answer.body.choices[0]?.message.content, cache: answer.headers.get('x-artel-cache') };
};

const keepAnswers = async (who: Person, more: object = { similar: {} }) => {
  const { version } = (await who.call<{ version: number }>('GET', '/my/policies')).body;
  const own = { policies: [{ kind: 'answers', name: 'again', ...more }], version };
  expect((await who.call('PUT', '/my/policies', own)).status).toBe(200);
};

/** Somebody whose answers may be given to similar requests, and a model that gives a new one each time. */
const asking = async (name: string, more?: object) => {
  const { artel } = here;
  const who = await artel.register(name);
  await keepAnswers(who, more);
  let given = 0;
  artel.model.forget();
  artel.model.always(() => {
    given += 1;
    return { text: `Answer ${given}.` };
  });
  const asked = (end: string) => artel.model.requests.filter(({ path }) => path.endsWith(end)).length;
  return { who, chats: () => asked('/chat/completions'), embeddings: () => asked('/embeddings') };
};

const embeddingsPaid = async (who: Person) =>
  (await who.call<{ items: { purpose: string }[] }>('GET', '/my/usage/calls')).body.items.filter(
    ({ purpose }) => purpose === 'embedding',
  ).length;

describe('who wants answers to similar requests', () => {
  test('gets that to a request in other words, is told so, and pays for one embedding alone', async () => {
    const { who, chats, embeddings } = await asking('alice');
    expect(await ask(who, EXPLAIN)).toEqual({ text: 'Answer 1.', cache: null });
    expect(embeddings()).toBe(0);
    expect(await ask(who, IN_OTHER_WORDS)).toEqual({ text: 'Answer 1.', cache: 'similar' });
    expect(await ask(who, EXPLAIN)).toEqual({ text: 'Answer 1.', cache: 'hit' });
    expect([chats(), embeddings(), await embeddingsPaid(who)]).toEqual([1, 1, 1]);
  });

  test.each([
    ['a negation', 'Which plants can stand in the sun?', "Which plants can't stand in the sun?"],
    ['a number', 'How long does it take to drive 100 km?', 'How long does it take to drive 1000 km?'],
    ['a name', 'how old is robin hood', 'how old is robin wood'],
    ['their order', 'Does the cat chase the dog?', 'Does the dog chase the cat?'],
  ])('gets a new one to a request with another %s, which is not even compared', async (_what, one, other) => {
    const { who, chats, embeddings } = await asking('carol', { similar: { threshold: 0.5 } });
    await ask(who, one);
    expect((await ask(who, other)).cache).toBeNull();
    expect([chats(), embeddings()]).toEqual([2, 0]);
  });

  test('gets a new one where the vectors are not near enough', async () => {
    const { who, chats, embeddings } = await asking('carol');
    await ask(who, 'What is the purpose of a mutex?');
    expect((await ask(who, 'What is the goal of a mutex?')).cache).toBeNull();
    expect([chats(), embeddings()]).toEqual([2, 1]);
  });

  test('gets a new one where tools are offered, the temperature is not 0, or another system prompt stands before it', async () => {
    const { who, chats } = await asking('carol');
    await ask(who, EXPLAIN);
    const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object', properties: {} } } }];
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: IN_OTHER_WORDS },
    ];
    for (const more of [{ tools }, { temperature: 0.5 }, { messages }, { max_tokens: 9 }]) {
      expect((await ask(who, IN_OTHER_WORDS, more)).cache).toBeNull();
    }
    expect(chats()).toBe(5);
  });

  test('is answered by the model where no embedding can be had', async () => {
    const { who, chats } = await asking('carol');
    await ask(who, EXPLAIN);
    here.artel.model.script({ embeddings: { status: 400 } });
    expect(await ask(who, IN_OTHER_WORDS)).toEqual({ text: 'Answer 2.', cache: null });
    expect(chats()).toBe(2);
  });
});

describe("somebody's answers to similar requests", () => {
  test("are nobody else's: Bob's same and similar requests ask the model, and nothing is compared with Alice's", async () => {
    const { who: alice } = await asking('alice');
    const secret = 'Explain the code 4711 of the safe.';
    expect((await ask(alice, secret)).text).toBe('Answer 1.');
    const bob = await asking('bob', { similar: { threshold: 0.5 } });
    here.artel.model.always({ text: "This is Bob's own." });
    expect(await ask(bob.who, `Please ${secret.replace('E', 'e')}`)).toEqual({
      text: "This is Bob's own.",
      cache: null,
    });
    expect([bob.chats(), bob.embeddings()]).toEqual([1, 0]);
    const carol = await asking('carol', { similar: { threshold: 0.5 } });
    here.artel.model.always({ text: "This is Carol's own." });
    expect(await ask(carol.who, secret)).toEqual({ text: "This is Carol's own.", cache: null });
    expect([carol.chats(), carol.embeddings()]).toEqual([1, 0]);
  });

  test('are not given to who wants the same request to have its answer again, and no more', async () => {
    const { who, chats, embeddings } = await asking('carol', {});
    for (const content of [EXPLAIN, IN_OTHER_WORDS]) expect((await ask(who, content)).cache).toBeNull();
    expect([chats(), embeddings()]).toEqual([2, 0]);
  });
});
