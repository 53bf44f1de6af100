import { describe, expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: CA12, CA4, GW2. */

const here = inArtel();

type Completion = { choices: { message: { content: string } }[]; usage: Record<string, number> };
type Asked = { text: string | undefined; tokens: number | undefined; cache: string | null };

const asking = (content: string, more: object = {}) => ({
  model: 'scripted',
  messages: [{ role: 'user', content }],
  temperature: 0,
  ...more,
});

const ask = async (who: Person, content: string, more: object = {}): Promise<Asked> => {
  const response = await fetch(`${who.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(asking(content, more)),
  });
  const body = (await response.json()) as Completion;
  return {
    text: body.choices[0]?.message.content,
    tokens: body.usage.total_tokens,
    cache: response.headers.get('x-artel-cache'),
  };
};

const keepAnswers = async (who: Person, more: object = {}) => {
  const { version } = (await who.call<{ version: number }>('GET', '/my/policies')).body;
  const own = { policies: [{ kind: 'answers', name: 'again', ...more }], version };
  expect((await who.call('PUT', '/my/policies', own)).status).toBe(200);
};

/** A model that gives a new answer each time; how often it was asked. */
const counting = () => {
  const { model } = here.artel;
  model.forget();
  let given = 0;
  model.always(() => {
    given += 1;
    return { text: `Answer ${given}.` };
  });
  return () => model.requests.length;
};

const callsPaid = async (who: Person) =>
  (await who.call<{ items: unknown[] }>('GET', '/my/usage/calls')).body.items.length;

describe('who wants to have answers again', () => {
  test('gets the same answer to the same request, as a whole and as a stream, and pays for it once', async () => {
    const { alice } = here;
    await keepAnswers(alice);
    const asked = counting();
    const first = await ask(alice, 'What is the tallest tree?');
    expect(first).toMatchObject({ text: 'Answer 1.', cache: null });
    expect(first.tokens).toBeGreaterThan(0);
    const paid = await callsPaid(alice);
    expect(await ask(alice, 'What is the tallest tree?')).toEqual({ text: 'Answer 1.', tokens: 0, cache: 'hit' });
    const streamed = await fetch(`${alice.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${alice.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asking('What is the tallest tree?', { stream: true })),
    });
    expect(streamed.headers.get('x-artel-cache')).toBe('hit');
    expect(await streamed.text()).toContain('Answer 1.');
    expect([asked(), await callsPaid(alice)]).toEqual([1, paid]);
  });

  test.each([
    ['another text', 'What is the tallest bush?', {}],
    ['another temperature', 'What is the oldest tree?', { temperature: 0.1 }],
    ['another length', 'What is the oldest tree?', { max_tokens: 17 }],
    [
      'a system prompt',
      'What is the oldest tree?',
      {
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'What is the oldest tree?' },
        ],
      },
    ],
    ['an order of its own', 'What is the oldest tree?', { response_format: { type: 'json_object' } }],
  ])('gets a new one to a request with %s', async (what, content, more) => {
    const { alice } = here;
    await keepAnswers(alice);
    const asked = counting();
    await ask(alice, 'What is the oldest tree?', { user: 'one', stop: [what] });
    expect((await ask(alice, content, { user: 'other', stop: [what], ...more })).cache).toBeNull();
    expect(asked()).toBe(2);
  });

  test('gets a new one each time where tools are offered, the temperature is not 0, or the answer was cut short', async () => {
    const { alice } = here;
    await keepAnswers(alice);
    const asked = counting();
    const tools = [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object', properties: {} } } }];
    for (const more of [{ tools }, { temperature: 0.7 }, { temperature: undefined }]) {
      for (const _ of [1, 2]) expect((await ask(alice, 'Where is the key?', more)).cache).toBeNull();
    }
    expect(asked()).toBe(6);
    here.artel.model.always({ text: 'It is in the', finish: 'length' });
    for (const _ of [1, 2]) expect((await ask(alice, 'Where is the lock?')).cache).toBeNull();
  });

  test.each([
    ['may have changed where it lies', 'https://pictures.example/now.png', null],
    ['is in the request', 'data:image/png;base64,iVBORw0KGgo=', 'hit'],
  ])('asked about a picture that %s', async (_where, url, cache) => {
    const { alice } = here;
    await keepAnswers(alice, { calls: 'all' });
    counting();
    const content = [
      { type: 'text', text: 'What is to be seen?' },
      { type: 'image_url', image_url: { url } },
    ];
    const pictured = { messages: [{ role: 'user', content }] };
    await ask(alice, '', pictured);
    expect((await ask(alice, '', pictured)).cache).toBe(cache);
  });

  test('gets it at any temperature where all calls were asked for', async () => {
    const { alice } = here;
    await keepAnswers(alice, { calls: 'all' });
    const asked = counting();
    for (const _ of [1, 2]) await ask(alice, 'Tell me a story.', { temperature: 1 });
    expect(asked()).toBe(1);
  });

  test('has the model asked once for many who ask at the same time', async () => {
    const { alice } = here;
    await keepAnswers(alice);
    const { model } = here.artel;
    counting();
    const gate = Promise.withResolvers<void>();
    model.always({ text: 'One answer.', gate: gate.promise });
    const all = Array.from({ length: 8 }, () => ask(alice, 'What does everybody ask?'));
    await model.waitFor(1);
    gate.resolve();
    const answers = await Promise.all(all);
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 8 }, () => 'One answer.'));
    expect(answers.filter(({ cache }) => cache === 'hit').length).toBe(7);
    expect(model.requests.length).toBe(1);
  });

  test('whose model fails is told so, and asks again', async () => {
    const { alice } = here;
    await keepAnswers(alice);
    const { model } = here.artel;
    counting();
    model.script({ status: 400, body: { error: { message: 'No.' } } });
    const refused = await alice.call('POST', '/v1/chat/completions', asking('What fails?'));
    expect(refused.status).toBe(400);
    expect((await ask(alice, 'What fails?')).cache).toBeNull();
    expect((await ask(alice, 'What fails?')).cache).toBe('hit');
  });

  test('gets none of a model that is no longer part of their tier', async () => {
    const { artel, operator } = here;
    const dora = await artel.register('dora');
    await keepAnswers(dora);
    counting();
    const wanted = { model: 'gpt-5' };
    const status = async () =>
      (await dora.call('POST', '/v1/chat/completions', asking('What is rare?', wanted))).status;
    expect([await status(), (await ask(dora, 'What is rare?', wanted)).cache]).toEqual([200, 'hit']);
    const [account] = await operator.partition(`ACCOUNT#${dora.id}`);
    if (!account) throw new Error('Dora has no account.');
    await operator.put({ ...account, tier: 'free' });
    await expect.poll(status).toBe(403);
  });

  test("gets what personal data was in this request, not in that one's", async () => {
    const { alice } = here;
    await keepAnswers(alice);
    const { model } = here.artel;
    counting();
    model.always({ text: 'I wrote to <EMAIL_1>.' });
    expect((await ask(alice, 'Write to carol@example.org.')).text).toBe('I wrote to carol@example.org.');
    const other = await ask(alice, 'Write to dora@example.net.');
    expect(other).toMatchObject({ text: 'I wrote to dora@example.net.', cache: 'hit' });
  });
});

describe("somebody's answers", () => {
  test("are nobody else's: Bob's same request asks the model, and is told nothing of Alice's", async () => {
    const { alice, artel } = here;
    const bob = await artel.register('bob');
    for (const who of [alice, bob]) await keepAnswers(who);
    const asked = counting();
    expect((await ask(alice, 'What is the code of the safe?')).text).toBe('Answer 1.');
    expect(await ask(bob, 'What is the code of the safe?')).toMatchObject({ text: 'Answer 2.', cache: null });
    expect(asked()).toBe(2);
  });

  test('are not kept for who has not asked for it', async () => {
    const bob = await here.artel.register('bob');
    const asked = counting();
    for (const _ of [1, 2]) await ask(bob, 'What is the tallest tree?');
    expect(asked()).toBe(2);
  });
});
