import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateway } from '../../../shared/gateway/index.ts';
import { freeCalls } from '../../support/free-calls.ts';
import { alice, callOf, eventsOf, over, textOf } from './asking.ts';
import { inOpenAi } from './in-models.ts';

const here = inOpenAi();

test('an answer is its text in pieces and one end with the usage the provider counted', async () => {
  here.model.script({ text: 'Good day to you', usage: { prompt_tokens: 7, completion_tokens: 4 } });
  const events = await eventsOf(over(here.model.url).chat(callOf()));
  expect(textOf(events)).toBe('Good day to you');
  expect(events.length).toBeGreaterThan(2);
  expect(events.at(-1)).toEqual({
    kind: 'end',
    finish: 'stop',
    usage: { promptTokens: 7, completionTokens: 4, estimated: false },
    model: 'scripted',
    id: 'chatcmpl-scripted',
  });
});

test('however the bytes of an answer are divided, its text is the same', async () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', ' ', 'ж', '皆', '👩‍👩‍👧', '🙂', '"', '\\', '\n'),
    minLength: 1,
    maxLength: 12,
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, sizes, async (text, chunks) => {
      here.model.script({ text, chunks });
      const events = await eventsOf(over(here.model.url).chat(callOf()));
      expect(textOf(events)).toBe(text);
      expect(events.every((event) => event.kind !== 'text' || event.text.isWellFormed())).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('an answer that arrives byte by byte is the same answer', async () => {
  here.model.script({ text: 'Да, 👩‍👩‍👧!', chunks: 'bytes' });
  expect(textOf(await eventsOf(over(here.model.url).chat(callOf())))).toBe('Да, 👩‍👩‍👧!');
});

test.each(['length', 'content_filter'] as const)('an answer ended by %s says so', async (finish) => {
  here.model.script({ text: 'Cut', finish });
  expect((await eventsOf(over(here.model.url).chat(callOf()))).at(-1)).toMatchObject({ kind: 'end', finish });
});

test('the model, limit, end user and key of a call reach the provider', async () => {
  here.model.script({ text: 'Yes' });
  await eventsOf(over(here.model.url).chat(callOf({ model: 'gpt-x', maxTokens: 55, temperature: 0.2, user: 'u-1' })));
  const { body, headers } = here.model.requests.at(-1)!;
  expect(body).toMatchObject({ model: 'gpt-x', max_tokens: 55, temperature: 0.2, user: 'u-1', stream: true });
  expect(headers.authorization).toBe('Bearer sk-test-secret');
});

test('a provider without a key is sent no Authorization header', async () => {
  here.model.script({ text: 'Yes' });
  const keyless = gateway({
    settings: async () => ({ baseUrl: `${here.model.url}/`, apiKey: '', model: 'open' }),
    timeouts: () => ({ firstByte: 10_000, retries: 0 }),
    policies: async () => [],
    paid: freeCalls(),
  });
  await eventsOf(keyless.chat(callOf()));
  expect(here.model.requests.at(-1)).toMatchObject({ path: '/v1/chat/completions' });
  expect(here.model.requests.at(-1)?.headers.authorization).toBeUndefined();
});

test('a provider that fails for a moment is asked again before the first byte', async () => {
  here.model.script({ status: 503, retryAfter: 0 }, { text: 'Here I am' });
  const before = here.model.requests.length;
  expect(textOf(await eventsOf(over(here.model.url, { retries: 2 }).chat(callOf())))).toBe('Here I am');
  expect(here.model.requests.length - before).toBe(2);
});

test('texts are embedded in batches of 64, and the vectors are in the order of the texts', async () => {
  const texts = Array.from({ length: 130 }, (_, place) => `text number ${place}`);
  const before = here.model.requests.length;
  const all = await over(here.model.url).embed({ scope: alice, texts });
  expect(all.calls).toBe(3);
  expect(here.model.requests.length - before).toBe(3);
  expect(all.vectors).toHaveLength(130);
  expect(all.dimensions).toBe(all.vectors[129]!.length);
  expect(all.usage.promptTokens).toBeGreaterThan(0);
  const alone = await over(here.model.url).embed({ scope: alice, texts: [texts[129]!] });
  expect(alone.vectors[0]).toEqual(all.vectors[129]);
});

test('embedding no texts makes no request', async () => {
  const before = here.model.requests.length;
  expect(await over(here.model.url).embed({ scope: alice, texts: [] })).toMatchObject({ vectors: [], calls: 0 });
  expect(here.model.requests.length).toBe(before);
});
