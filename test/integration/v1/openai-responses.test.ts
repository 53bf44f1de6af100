import { APIError, APIUserAbortError, BadRequestError, RateLimitError } from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { ResponseInputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { refusalOf } from './clients.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. */

const here = inV1();

const ask = (more: object = {}) =>
  here.clients.openai.responses.create({ model: 'gpt-4.1', input: 'Hello', stream: false, ...more });
const upstream = () => here.artel.model.requests.at(-1)?.body as Record<string, unknown>;

const weather = {
  type: 'function' as const,
  name: 'weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  strict: false,
};

describe('a whole response', () => {
  test('a whole response has the shape, the words and the usage the client expects', async () => {
    here.artel.model.script({ text: 'Hello, Alice.', usage: { prompt_tokens: 7, completion_tokens: 4 } });
    const response = await ask({ instructions: 'Be kind.', metadata: { topic: 'greeting' } });
    expect(response).toMatchObject({
      object: 'response',
      status: 'completed',
      output_text: 'Hello, Alice.',
      instructions: 'Be kind.',
      metadata: { topic: 'greeting' },
      store: true,
      usage: { input_tokens: 7, output_tokens: 4, total_tokens: 11 },
    });
    expect(response.id).toMatch(/^resp_[0-9a-f]{32}$/);
    expect(upstream().messages).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Hello' },
    ]);
  });

  test('a whole response that was cut at its length is incomplete', async () => {
    here.artel.model.script({ text: 'Half', finish: 'length' });
    const response = await ask({ max_output_tokens: 16 });
    expect(response).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    expect(upstream().max_tokens).toBe(16);
  });

  test('a whole response obeys a JSON schema', async () => {
    here.artel.model.script({ text: '{"city":"Rome"}' });
    const response = await here.clients.openai.responses.parse({
      model: 'gpt-4.1',
      input: 'Where?',
      text: { format: zodTextFormat(z.object({ city: z.string() }), 'place') },
    });
    expect(response.output_parsed).toEqual({ city: 'Rome' });
    expect(upstream().response_format).toMatchObject({ json_schema: { name: 'place', strict: true } });
  });

  test('a whole response takes all kinds of input', async () => {
    here.artel.model.script({ text: 'A cat.' });
    const input = [
      { role: 'developer', content: 'Short.' },
      { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Ho', annotations: [] }] },
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'What is it?' },
          { type: 'input_image', image_url: 'https://example.com/cat.png', detail: 'auto' },
        ],
      },
    ];
    await ask({ input });
    expect(upstream().messages).toEqual([
      { role: 'system', content: 'Short.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Ho' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is it?' },
          { type: 'image_url', image_url: { url: 'https://example.com/cat.png', detail: 'auto' } },
        ],
      },
    ]);
  });
});

describe('a streamed response', () => {
  test('a streamed response adds up to the whole one, by events in order', async () => {
    here.artel.model.script({ text: 'One two three', usage: { prompt_tokens: 5, completion_tokens: 3 } });
    const stream = here.clients.openai.responses.stream({ model: 'gpt-4.1', input: 'Count' });
    const events: ResponseStreamEvent[] = [];
    stream.on('event', (event) => events.push(event));
    const response = await stream.finalResponse();
    expect(response).toMatchObject({ status: 'completed', output_text: 'One two three', usage: { total_tokens: 8 } });
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, place) => place));
    expect([...new Set(events.map(({ type }) => type))]).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
  });

  test('a streamed response carries words and then calls', async () => {
    here.artel.model.script({
      text: 'Let me look.',
      tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Rome' } }],
    });
    const stream = here.clients.openai.responses.stream({ model: 'gpt-4.1', input: 'Weather?', tools: [weather] });
    const response = await stream.finalResponse();
    expect(response.output).toMatchObject([
      { type: 'message', content: [{ text: 'Let me look.' }] },
      { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Rome"}', status: 'completed' },
    ]);
  });

  test('a streamed response delivers its first words before the last ones are made', async () => {
    const gate = Promise.withResolvers<void>();
    here.artel.model.script({ text: 'first second', gate: gate.promise, gateAfter: 1 });
    const stream = here.clients.openai.responses.stream({ model: 'gpt-4.1', input: 'Count' });
    stream.on('response.output_text.delta', ({ snapshot }) => snapshot === 'first' && gate.resolve());
    expect((await stream.finalResponse()).output_text).toBe('first second');
  });

  test('a streamed response that is cut upstream fails', async () => {
    here.artel.model.script({ text: 'one two three', cut: 2 });
    const stream = here.clients.openai.responses.stream({ model: 'gpt-4.1', input: 'Count' });
    const error = await refusalOf(stream.finalResponse(), APIError);
    expect(error.message).toContain('The answer broke off');
  });

  test('a streamed response that the client leaves ends the call of the model', async () => {
    here.artel.model.script({ text: 'one two three', stallAfter: 2 });
    const stream = here.clients.openai.responses.stream({ model: 'gpt-4.1', input: 'Count' });
    const failure = refusalOf(stream.done(), APIUserAbortError);
    stream.on('response.output_text.delta', () => stream.abort());
    await failure;
    await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
  });
});

test('calls and their results make the round trip by responses', async () => {
  here.artel.model.script(
    { tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Rome' } }] },
    { text: 'Sunny.' },
  );
  const question = { role: 'user', content: 'Weather?' } as const;
  const first = await ask({ input: [question], tools: [weather], tool_choice: { type: 'function', name: 'weather' } });
  expect(upstream().tool_choice).toEqual({ type: 'function', function: { name: 'weather' } });
  const result: ResponseInputItem = { type: 'function_call_output', call_id: 'call_1', output: 'sunny' };
  const second = await ask({ input: [question, ...first.output, result], tools: [weather] });
  expect(second.output_text).toBe('Sunny.');
  expect(upstream().messages).toMatchObject([
    question,
    { role: 'assistant', tool_calls: [{ id: 'call_1', function: { name: 'weather' } }] },
    { role: 'tool', tool_call_id: 'call_1', content: 'sunny' },
  ]);
});

test.each([
  ['a stored conversation', { conversation: 'conv_1' }, 'conversation'],
  ['work in the background', { background: true }, 'background'],
  ['a demand for a search on the web', { tools: [{ type: 'web_search' }], tool_choice: 'required' }, 'tool_choice'],
  ['an item of an unknown kind', { input: [{ type: 'telepathy', thought: 'x' }] }, 'input'],
])('%s is refused by name', async (_, more, param) => {
  expect(await refusalOf(ask(more), BadRequestError)).toMatchObject({ type: 'invalid_request_error', param });
});

describe('a refusal', () => {
  test('a response of more than 5 megabytes is a 413', async () => {
    const large = await refusalOf(ask({ input: 'x'.repeat(5 * 1024 * 1024) }), APIError);
    expect(large).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  test('a response refused by the provider’s limits is a RateLimitError that says when to retry', async () => {
    here.artel.model.always({ status: 429, retryAfter: 17 });
    const error = await refusalOf(ask(), RateLimitError);
    expect(error.headers.get('retry-after')).toBe('17');
    here.artel.model.always({ status: 500 });
  });
});
