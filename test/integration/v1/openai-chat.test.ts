import { encode } from 'gpt-tokenizer/encoding/cl100k_base';
import {
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionMessageParam } from 'openai/resources';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { keyOf, openaiOf, refusalOf } from './clients.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. */

const here = inV1();

const hello: ChatCompletionMessageParam[] = [{ role: 'user', content: 'Hello' }];
const ask = (more: object = {}) =>
  here.clients.openai.chat.completions.create({ model: 'gpt-4.1', messages: hello, stream: false, ...more });
const upstream = () => here.artel.model.requests.at(-1)?.body as Record<string, unknown>;

const weather = {
  type: 'function' as const,
  function: {
    name: 'weather',
    description: 'The weather of a city.',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

describe('a whole answer', () => {
  test('a whole completion has the shape, the words and the usage the client expects', async () => {
    here.artel.model.script({ text: 'Hello, Alice.', usage: { prompt_tokens: 7, completion_tokens: 4 } });
    const completion = await ask();
    expect(completion).toMatchObject({
      object: 'chat.completion',
      model: 'gpt-4.1',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Hello, Alice.' } }],
      usage: { prompt_tokens: 7, completion_tokens: 4, total_tokens: 11 },
    });
    expect(completion.id).toMatch(/^chatcmpl-[0-9a-f]{32}$/);
    expect(completion._request_id).toMatch(/\S{8,}/);
    expect(upstream().model).toBe('gpt-4.1');
  });

  test('a whole completion is requested with the settings the client gave', async () => {
    here.artel.model.script({ text: 'Yes' });
    await ask({
      ...{ temperature: 0.5, top_p: 0.9, stop: ['END'], seed: 7, max_completion_tokens: 50, user: 'u-1' },
      ...{ frequency_penalty: 0.1, presence_penalty: 0.2, reasoning_effort: 'low', store: true, verbosity: 'low' },
    });
    expect(upstream()).toMatchObject({
      ...{ temperature: 0.5, top_p: 0.9, stop: ['END'], seed: 7, max_completion_tokens: 50, user: 'u-1' },
      ...{ frequency_penalty: 0.1, presence_penalty: 0.2, reasoning_effort: 'low' },
    });
    expect(upstream()).not.toHaveProperty('store');
  });

  test('a whole completion that was cut at its length says so', async () => {
    here.artel.model.script({ text: 'Half', finish: 'length' });
    expect((await ask()).choices[0]?.finish_reason).toBe('length');
  });

  test('a whole completion obeys a JSON schema', async () => {
    here.artel.model.script({ text: '{"city":"Rome"}' });
    const completion = await here.clients.openai.chat.completions.parse({
      model: 'gpt-4.1',
      messages: hello,
      response_format: zodResponseFormat(z.object({ city: z.string() }), 'place'),
    });
    expect(completion.choices[0]?.message.parsed).toEqual({ city: 'Rome' });
    expect(upstream().response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'place', strict: true, schema: { required: ['city'] } },
    });
  });

  test('a whole completion may be any JSON object', async () => {
    here.artel.model.script({ text: '{}' });
    await ask({ response_format: { type: 'json_object' } });
    expect(upstream().response_format).toEqual({ type: 'json_object' });
  });
});

test('a whole completion that the client abandons ends the call of the model', async () => {
  here.artel.model.script({ hang: true });
  const before = here.artel.model.requests.length;
  const controller = new AbortController();
  const failure = refusalOf(
    here.clients.openai.chat.completions.create({ model: 'gpt-4.1', messages: hello }, { signal: controller.signal }),
    APIUserAbortError,
  );
  await here.artel.model.waitFor(before + 1);
  controller.abort();
  await failure;
  await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
});

describe('a stream', () => {
  test('a streamed completion adds up to the whole one, with its usage', async () => {
    here.artel.model.script({ text: 'One two three', usage: { prompt_tokens: 5, completion_tokens: 3 } });
    const stream = here.clients.openai.chat.completions.stream({
      model: 'gpt-4.1',
      messages: hello,
      stream_options: { include_usage: true },
    });
    const completion = await stream.finalChatCompletion();
    expect(completion.choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'One two three' } });
    expect(completion.usage).toMatchObject({ prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 });
  });

  test('a streamed completion carries no usage unless requested', async () => {
    here.artel.model.script({ text: 'One two' });
    const chunks = [];
    for await (const chunk of await here.clients.openai.chat.completions.create({
      model: 'gpt-4.1',
      messages: hello,
      stream: true,
    })) {
      chunks.push(chunk);
    }
    expect(chunks.filter((chunk) => 'usage' in chunk)).toEqual([]);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  test('a streamed completion delivers its first words before the last ones are made', async () => {
    const gate = Promise.withResolvers<void>();
    here.artel.model.script({ text: 'first second', gate: gate.promise, gateAfter: 1 });
    const stream = await here.clients.openai.chat.completions.create({
      model: 'gpt-4.1',
      messages: hello,
      stream: true,
    });
    let text = '';
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (text === 'first') gate.resolve();
    }
    expect(text).toBe('first second');
  });

  test('a streamed completion that the client leaves ends the call of the model', async () => {
    here.artel.model.script({ text: 'one two three four', stallAfter: 2 });
    const stream = here.clients.openai.chat.completions.stream({ model: 'gpt-4.1', messages: hello });
    const failure = refusalOf(stream.done(), APIUserAbortError);
    stream.on('content', () => stream.abort());
    await failure;
    await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
  });

  test('a streamed completion that the client leaves before the first word ends the call of the model', async () => {
    here.artel.model.script({ hang: true });
    const before = here.artel.model.requests.length;
    const controller = new AbortController();
    const failure = refusalOf(
      here.clients.openai.chat.completions.create(
        { model: 'gpt-4.1', messages: hello, stream: true },
        { signal: controller.signal },
      ),
      APIUserAbortError,
    );
    await here.artel.model.waitFor(before + 1);
    controller.abort();
    await failure;
    await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
  });

  test('a streamed completion that is cut upstream ends with an error, not as if it were whole', async () => {
    here.artel.model.script({ text: 'one two three', cut: 2 });
    const stream = here.clients.openai.chat.completions.stream({ model: 'gpt-4.1', messages: hello });
    await expect(stream.finalChatCompletion()).rejects.toThrow('The answer broke off before its end. Try again.');
  });

  test('a streamed completion and an Idempotency-Key do not go together', async () => {
    const work = here.clients.openai.chat.completions.create(
      { model: 'gpt-4.1', messages: hello, stream: true },
      { headers: { 'idempotency-key': 'one' } },
    );
    expect((await refusalOf(work, BadRequestError)).message).toContain('Idempotency-Key');
  });
});

describe('tools', () => {
  test('tools are offered, called and answered', async () => {
    here.artel.model.script(
      { tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Rome' } }] },
      { text: 'Sunny.' },
    );
    const first = await ask({ tools: [weather], tool_choice: 'required', parallel_tool_calls: false });
    const message = first.choices[0]?.message;
    expect(first.choices[0]?.finish_reason).toBe('tool_calls');
    expect(message).toMatchObject({
      content: null,
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
    });
    expect(upstream()).toMatchObject({ tool_choice: 'required', parallel_tool_calls: false, tools: [weather] });

    const result: ChatCompletionMessageParam = { role: 'tool', tool_call_id: 'call_1', content: 'sunny' };
    const second = await ask({ tools: [weather], messages: [...hello, message, result] });
    expect(second.choices[0]?.message.content).toBe('Sunny.');
    expect(upstream().messages).toEqual([
      ...hello,
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
      },
      { role: 'tool', tool_call_id: 'call_1', content: 'sunny' },
    ]);
  });

  test('tools are called in a stream too', async () => {
    here.artel.model.script({
      tool_calls: [
        { id: 'call_1', name: 'weather', arguments: { city: 'Rome' } },
        { id: 'call_2', name: 'weather', arguments: { city: 'Oslo' } },
      ],
    });
    const stream = here.clients.openai.chat.completions.stream({ model: 'gpt-4.1', messages: hello, tools: [weather] });
    const completion = await stream.finalChatCompletion();
    const calls = completion.choices[0]?.message.tool_calls ?? [];
    expect(calls.map((call) => call.type === 'function' && call.function.arguments)).toEqual([
      '{"city":"Rome"}',
      '{"city":"Oslo"}',
    ]);
  });

  test('required tools have to be offered', async () => {
    expect((await refusalOf(ask({ tool_choice: 'required' }), BadRequestError)).param).toBe('tool_choice');
  });
});

describe('content', () => {
  test('a picture reaches the model unchanged', async () => {
    here.artel.model.script({ text: 'A cat.' });
    const content = [
      { type: 'text', text: 'What is it?' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=', detail: 'low' } },
    ];
    await ask({ messages: [{ role: 'user', content }] });
    expect(upstream().messages).toEqual([{ role: 'user', content }]);
  });

  test('a picture that only the model provider could reach is refused', async () => {
    const content = [{ type: 'image_url', image_url: { url: 'http://10.0.0.1/cat.png' } }];
    expect((await refusalOf(ask({ messages: [{ role: 'user', content }] }), BadRequestError)).param).toContain(
      'messages.0.content',
    );
  });
});

describe('a refusal', () => {
  test('a completion without a valid key is an AuthenticationError', async () => {
    const stranger = openaiOf(here.artel, 'nobody');
    const error = await refusalOf(stranger.models.list(), AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key', type: 'authentication_error' });
  });

  test('a completion for a key that may not chat is a PermissionDeniedError', async () => {
    const reader = openaiOf(here.artel, await keyOf(here.clients.alice, ['read']));
    await refusalOf(reader.models.list(), PermissionDeniedError);
  });

  test.each([
    ['several answers', { n: 2 }, 'n'],
    ['log probabilities', { logprobs: true }, 'logprobs'],
    ['sound', { modalities: ['text', 'audio'] }, 'modalities.1'],
    ['functions of old', { functions: [{ name: 'f' }] }, 'functions'],
    [
      'a demand for a tool the service would have to have',
      { tools: [{ type: 'custom', custom: { name: 'x' } }], tool_choice: 'required' },
      'tool_choice',
    ],
    [
      'a tool without a good name',
      { tools: [{ type: 'function', function: { name: 'no good' } }] },
      'tools.0.function.name',
    ],
    ['a temperature beyond the range', { temperature: 3 }, 'temperature'],
    ['an unknown role', { messages: [{ role: 'judge', content: 'x' }] }, 'messages.0.role'],
  ])('a completion with %s is refused and names the field', async (_, more, param) => {
    const error = await refusalOf(ask(more), BadRequestError);
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error', param });
  });

  test('a completion of more than 1,000 messages is a BadRequestError', async () => {
    const messages = Array.from({ length: 1_001 }, () => hello[0]);
    expect((await refusalOf(ask({ messages }), BadRequestError)).message).toContain('1000 messages');
  });

  test('a completion of more than 5 megabytes is a 413', async () => {
    const work = ask({ messages: [{ role: 'user', content: 'x'.repeat(5 * 1024 * 1024) }] });
    expect(await work.catch((error: unknown) => error)).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  test('a completion refused by the provider’s limits is a RateLimitError that says when to retry', async () => {
    here.artel.model.always({ status: 429, retryAfter: 17 });
    const error = await refusalOf(ask(), RateLimitError);
    expect(error.code).toBe('rate_limit_exceeded');
    expect(error.headers.get('retry-after')).toBe('17');
    here.artel.model.always({ status: 500 });
  });

  test('a completion of an unknown model is a NotFoundError', async () => {
    here.artel.model.script({ status: 404 });
    expect((await refusalOf(ask(), NotFoundError)).code).toBe('model_not_found');
  });

  test('a completion refused because the provider is down reveals nothing of it', async () => {
    here.artel.model.always({ status: 500, body: 'secret host 10.0.0.1' });
    const error = await refusalOf(ask(), InternalServerError);
    expect(error.status).toBe(503);
    expect(error.message).not.toContain('secret');
  });

  test('an unknown path under /v1 is refused in the same shape', async () => {
    const work = here.clients.openai.get('/assistants');
    expect((await refusalOf(work, NotFoundError)).type).toBe('invalid_request_error');
  });
});

test('G29: a page of an allowed origin may send what the official clients send', async () => {
  const origin = 'http://localhost:3000';
  const wanted = [
    'authorization,content-type,x-api-key,anthropic-version,anthropic-beta,anthropic-dangerous-direct-browser-access',
    'x-stainless-arch,x-stainless-helper,x-stainless-helper-method,x-stainless-lang,x-stainless-os,x-stainless-timeout',
    'x-stainless-package-version,x-stainless-retry-count,x-stainless-runtime,x-stainless-runtime-version',
    'x-stainless-custom-poll-interval,x-stainless-poll-helper,openai-organization,openai-project,openai-beta',
  ].join(',');
  const preflight = await fetch(`${here.artel.cloud.url}/v1/messages`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': wanted },
  });
  expect(preflight.status).toBe(204);
  const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ') ?? [];
  expect(wanted.split(',').filter((name) => !allowed.includes(name))).toEqual([]);
});

describe('beside the answers', () => {
  test('the list of models is the deployment’s own and the caller’s agents', async () => {
    await here.clients.alice.chat('helper');
    const ids = [];
    for await (const model of here.clients.openai.models.list()) ids.push(model.id);
    expect(ids).toEqual(['scripted', 'text-embedding-3-small', 'agent/helper']);
  });

  test.each(['float', 'base64', undefined] as const)('embeddings come as %s', async (encoding_format) => {
    const { data, usage } = await here.clients.openai.embeddings.create({
      model: 'text-embedding-3-small',
      input: ['one', 'two'],
      dimensions: 8,
      ...(encoding_format && { encoding_format }),
    });
    const direct = upstream();
    expect(direct).toMatchObject({ input: ['one', 'two'], dimensions: 8, encoding_format: 'float' });
    expect(data.map(({ index }) => index)).toEqual([0, 1]);
    expect(usage.prompt_tokens).toBeGreaterThan(0);
    if (encoding_format === 'base64') expect(Buffer.from(String(data[0]?.embedding), 'base64').length).toBe(32);
    else expect(data[0]?.embedding).toHaveLength(8);
  });

  test('G30: tokens to be embedded become texts again, as LangChain sends them', async () => {
    const model = 'text-embedding-3-small';
    const input = [encode('It rains in Tórshavn. 你好'), encode('Bob')];
    const { data } = await here.clients.openai.embeddings.create({ model, input });
    expect(data).toHaveLength(2);
    expect(upstream().input).toEqual(['It rains in Tórshavn. 你好', 'Bob']);
    await here.clients.openai.embeddings.create({ model, input: encode('Carol') });
    expect(upstream().input).toEqual(['Carol']);
  });

  test.each([
    ['of another model', 'all-minilm', [1, 2]],
    ['that do not exist', 'text-embedding-3-small', [10_000_000]],
    ['none at all', 'text-embedding-3-small', []],
  ])('G30: tokens %s are refused', async (_, model, input) => {
    const work = here.clients.openai.embeddings.create({ model, input });
    expect((await refusalOf(work, BadRequestError)).param).toBe('input');
  });

  test('G30: one model is found by its id, an agent too, and another person’s is not', async () => {
    await here.clients.alice.chat('helper');
    const { models } = here.clients.openai;
    expect(await models.retrieve('scripted')).toMatchObject({ id: 'scripted', object: 'model', owned_by: 'provider' });
    expect(await models.retrieve('agent/helper')).toMatchObject({ id: 'agent/helper', owned_by: 'agent' });
    const plain = await here.clients.openai.get<{ id: string }>('/models/agent/helper');
    expect(plain.id).toBe('agent/helper');
    const bob = openaiOf(here.artel, await keyOf(await here.artel.register('bob')));
    for (const work of [models.retrieve('gpt-nobody'), bob.models.retrieve('agent/helper')]) {
      expect((await refusalOf(work, NotFoundError)).code).toBe('model_not_found');
    }
    const claude = await here.clients.anthropic.models.retrieve('scripted');
    expect(claude).toMatchObject({ type: 'model', id: 'scripted' });
  });
});
