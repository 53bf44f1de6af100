import { expect, test, vi } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { storedEvents } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: GW2, GW3. What a new deployment does, in which nobody has configured anything. */

const here = inArtel();
const MAIL = 'carol.smith@example.org';

const toModels = () => JSON.stringify(here.artel.model.requests.map(({ body }) => body));
type Completion = { choices: { message: { content: string } }[] };
const asking = (content: string, more: object = {}) => ({
  model: 'scripted',
  messages: [{ role: 'user', content }],
  ...more,
});
const completed = async (who: Person, content: string) =>
  (await who.call<Completion>('POST', '/v1/chat/completions', asking(content))).body.choices[0]?.message.content;

test('an agent’s model gets placeholders, while answer, events, history and memory have the values', async () => {
  const { alice, artel } = here;
  artel.model.forget();
  artel.model.always({ text: 'Wrote to <EMAIL_1>.' });
  const { session } = await alice.chat('writer');
  expect((await alice.ask(session, `Write to ${MAIL}`, { target_agent: 'writer' })).answer).toBe(`Wrote to ${MAIL}.`);
  const kept = [
    await storedEvents(alice, session),
    (await alice.call('GET', `/my/chat/${session}/messages`)).body,
    await vi.waitFor(async () => {
      const { body } = await alice.call<{ items: unknown[] }>('GET', '/my/agents/writer/context');
      expect(body.items.length).toBeGreaterThan(0);
      return body;
    }, 20_000),
  ];
  for (const one of kept) {
    expect(JSON.stringify(one)).toContain(`Wrote to ${MAIL}.`);
    expect(JSON.stringify(one)).not.toContain('EMAIL_1');
  }
  const inputs = artel.model.requests.filter(({ path }) => path.endsWith('/embeddings'));
  expect(inputs.length).toBeGreaterThan(0);
  expect(toModels()).not.toContain(MAIL);
});

test('a client’s prompt has placeholders, and its answer the values, in a stream too', async () => {
  const { alice, artel } = here;
  artel.model.forget();
  artel.model.always({ text: 'Hello <EMAIL_1>, how are you?' });
  expect(await completed(alice, `I am ${MAIL}`)).toBe(`Hello ${MAIL}, how are you?`);
  const response = await fetch(`${alice.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${alice.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(asking(`I am ${MAIL}`, { stream: true })),
  });
  const words = [...(await response.text()).matchAll(/"content":"([^"]*)"/g)].map(([, word]) => word);
  expect(words.join('')).toBe(`Hello ${MAIL}, how are you?`);
  const embedded = await alice.call('POST', '/v1/embeddings', { model: 'scripted', input: `Mail of ${MAIL}` });
  expect(embedded.status).toBe(200);
  expect(toModels()).not.toContain(MAIL);
});

test('a planner gets placeholders', async () => {
  const { alice, artel } = here;
  await alice.call('POST', '/my/agents/templates');
  artel.model.forget();
  artel.model.always({ text: 'Done for <EMAIL_1>.' });
  const { session } = await alice.chat();
  const content = `First research who ${MAIL} is and research the history of tea in parallel, then write a report.`;
  await alice.ask(session, content);
  expect(toModels()).toContain('<EMAIL_1>');
  expect(toModels()).not.toContain(MAIL);
});

test('ids, hashes, times, versions, prices and code are not taken for personal data', async () => {
  const { alice, artel } = here;
  artel.model.forget();
  artel.model.always({ text: 'ok' });
  const prompt = [
    'ses_01HZX5K9V8Q3W2E1R4T5Y6U7I8 550e8400-e29b-41d4-a716-446655440000 commit 3f2c9a517d1e4b0a9c550f6f4a1be7d2aa11bb22',
    '2026-11-29T06:35:00.123Z INFO v1.24.3 started on 0.0.0.0:8080 in 1800000 ms, $1,299.99',
    'SELECT * FROM users WHERE id = 123456789; const password = await hash(input.password); Authorization: Bearer $TOKEN',
    'Compare Docker, Jenkins and Jackson; listen on 127.0.0.1. Explain how to Grant access.',
    'arn:aws:lambda:eu-central-1:123456789012:function:my-function npm i typescript@5.9.2 git@github.com:nodejs/node.git',
  ].join('\n');
  await completed(alice, prompt);
  expect(artel.model.requests.at(-1)?.body.messages).toEqual([{ role: 'user', content: prompt }]);
});
