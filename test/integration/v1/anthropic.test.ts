import {
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  RateLimitError,
} from '@anthropic-ai/sdk';
import { betaTool } from '@anthropic-ai/sdk/helpers/beta/json-schema';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { request } from '../../support/artel.ts';
import { anthropicOf, refusalOf } from './clients.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. */

const here = inV1();

const base = { model: 'claude-any', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hello' }] };
const ask = (more: object = {}) => here.clients.anthropic.messages.create({ ...base, stream: false, ...more });
const upstream = () => here.artel.model.requests.at(-1)?.body as Record<string, unknown>;

const weather = {
  name: 'weather',
  description: 'The weather of a city.',
  input_schema: { type: 'object' as const, properties: { city: { type: 'string' } } },
};

describe('a whole message', () => {
  test('a whole message has the shape, the words and the usage the client expects', async () => {
    here.artel.model.script({ text: 'Hello, Alice.', usage: { prompt_tokens: 7, completion_tokens: 4 } });
    const message = await ask({ system: [{ type: 'text', text: 'Be kind.', cache_control: { type: 'ephemeral' } }] });
    expect(message).toMatchObject({
      type: 'message',
      role: 'assistant',
      model: 'claude-any',
      content: [{ type: 'text', text: 'Hello, Alice.' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 7, output_tokens: 4 },
    });
    expect(message.id).toMatch(/^msg_[0-9a-f]{32}$/);
    expect(message._request_id).toMatch(/\S{8,}/);
    expect(upstream()).toMatchObject({
      model: 'claude-any',
      max_tokens: 100,
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hello' },
      ],
    });
  });

  test('a whole message is requested with the settings the client gave', async () => {
    here.artel.model.script({ text: 'Yes' });
    await ask({
      temperature: 0.5,
      top_p: 0.9,
      stop_sequences: ['END'],
      metadata: { user_id: 'u-1' },
      thinking: { type: 'adaptive' },
      output_config: { effort: 'max' },
    });
    expect(upstream()).toMatchObject({
      temperature: 0.5,
      top_p: 0.9,
      stop: ['END'],
      user: 'u-1',
      reasoning_effort: 'xhigh',
    });
  });

  test('a whole message that was cut at its length says so', async () => {
    here.artel.model.script({ text: 'Half', finish: 'length' });
    expect((await ask()).stop_reason).toBe('max_tokens');
  });

  test('a whole message obeys a JSON schema', async () => {
    here.artel.model.script({ text: '{"city":"Rome"}' });
    const message = await here.clients.anthropic.messages.parse({
      ...base,
      output_config: { format: zodOutputFormat(z.object({ city: z.string() })) },
    });
    expect(message.parsed_output).toEqual({ city: 'Rome' });
    expect(upstream().response_format).toMatchObject({ json_schema: { strict: true, schema: { required: ['city'] } } });
  });

  test('a whole message shows pictures to the model', async () => {
    here.artel.model.script({ text: 'A cat.' });
    const source = { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' };
    await ask({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source },
            { type: 'text', text: 'What?' },
          ],
        },
      ],
    });
    expect(upstream().messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
          { type: 'text', text: 'What?' },
        ],
      },
    ]);
  });
});

describe('a streamed message', () => {
  test('a streamed message adds up to the whole one, with its usage', async () => {
    here.artel.model.script({ text: 'One two three', usage: { prompt_tokens: 5, completion_tokens: 3 } });
    const message = await here.clients.anthropic.messages.stream(base).finalMessage();
    expect(message).toMatchObject({
      content: [{ type: 'text', text: 'One two three' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 5, output_tokens: 3 },
    });
  });

  test('a streamed message carries words and then calls', async () => {
    here.artel.model.script({
      text: 'Let me look.',
      tool_calls: [
        { id: 'call_1', name: 'weather', arguments: { city: 'Rome' } },
        { id: 'call_2', name: 'weather', arguments: { city: 'Oslo' } },
      ],
    });
    const message = await here.clients.anthropic.messages.stream({ ...base, tools: [weather] }).finalMessage();
    expect(message.stop_reason).toBe('tool_use');
    expect(message.content).toMatchObject([
      { type: 'text', text: 'Let me look.' },
      { type: 'tool_use', id: 'call_1', name: 'weather', input: { city: 'Rome' } },
      { type: 'tool_use', id: 'call_2', name: 'weather', input: { city: 'Oslo' } },
    ]);
  });

  test('a streamed message delivers its first words before the last ones are made', async () => {
    const gate = Promise.withResolvers<void>();
    here.artel.model.script({ text: 'first second', gate: gate.promise, gateAfter: 1 });
    const stream = here.clients.anthropic.messages.stream(base);
    stream.on('text', (_, all) => all === 'first' && gate.resolve());
    expect((await stream.finalMessage()).content).toMatchObject([{ type: 'text', text: 'first second' }]);
  });

  test('a streamed message that is cut upstream fails', async () => {
    here.artel.model.script({ text: 'one two three', cut: 2 });
    const error = await refusalOf(here.clients.anthropic.messages.stream(base).finalMessage(), APIError);
    expect(error.message).toContain('The answer broke off');
    expect(error.type).toBe('api_error');
  });

  test('a streamed message with arguments that are not JSON fails instead of inventing some', async () => {
    here.artel.model.script({ tool_calls: [{ name: 'weather', arguments: '{"city":' }] });
    const error = await refusalOf(
      here.clients.anthropic.messages.stream({ ...base, tools: [weather] }).finalMessage(),
      APIError,
    );
    expect(error.message).toContain('not an answer');
  });

  test('a streamed message that the client leaves ends the call of the model', async () => {
    here.artel.model.script({ text: 'one two three', stallAfter: 2 });
    const stream = here.clients.anthropic.messages.stream(base);
    const failure = refusalOf(stream.done(), APIUserAbortError);
    stream.on('text', () => stream.abort());
    await failure;
    await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
  });
});

test('calls and their results make the round trip by messages', async () => {
  here.artel.model.script(
    { tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Rome' } }] },
    { text: 'Sunny.' },
  );
  const first = await ask({ tools: [weather], tool_choice: { type: 'any', disable_parallel_tool_use: true } });
  expect(first.content).toMatchObject([{ type: 'tool_use', id: 'call_1', input: { city: 'Rome' } }]);
  expect(upstream()).toMatchObject({ tool_choice: 'required', parallel_tool_calls: false });
  const results = [
    { type: 'tool_result', tool_use_id: 'call_1', content: [{ type: 'text', text: 'no connection' }], is_error: true },
    { type: 'text', text: 'Well?' },
  ];
  const messages = [
    ...base.messages,
    { role: 'assistant', content: first.content },
    { role: 'user', content: results },
  ];
  expect((await ask({ messages, tools: [weather] })).content).toMatchObject([{ text: 'Sunny.' }]);
  expect(upstream().messages).toMatchObject([
    { role: 'user' },
    { role: 'assistant', tool_calls: [{ id: 'call_1', function: { arguments: '{"city":"Rome"}' } }] },
    { role: 'tool', tool_call_id: 'call_1', content: 'The tool failed: no connection' },
    { role: 'user', content: 'Well?' },
  ]);
});

describe('counting', () => {
  test('counting tokens asks no model, and more text is more tokens', async () => {
    const before = here.artel.model.requests.length;
    const count = (content: string) =>
      here.clients.anthropic.messages.countTokens({
        model: 'claude-any',
        messages: [{ role: 'user', content }],
        tools: [weather],
      });
    const [few, many] = [await count('Hello'), await count('Hello '.repeat(100))];
    expect(many.input_tokens - few.input_tokens).toBeGreaterThanOrEqual(98);
    expect(here.artel.model.requests.length).toBe(before);
  });
});

test('G32: a streamed message begins with the count of its prompt that count_tokens gives, tools included', async () => {
  const prompt = {
    model: 'claude-any',
    system: 'Be kind.',
    messages: [{ role: 'user' as const, content: 'Ja? 皆さん' }],
    tools: [weather],
  };
  const { input_tokens } = await here.clients.anthropic.messages.countTokens(prompt);
  here.artel.model.script({ text: 'Yes' });
  const stream = await here.clients.anthropic.messages.create({ ...prompt, max_tokens: 9, stream: true });
  const events = [];
  for await (const event of stream) events.push(event);
  expect(events[0]).toMatchObject({ type: 'message_start', message: { usage: { input_tokens } } });
  expect(input_tokens).toBeGreaterThan(30);
});

describe('a refusal', () => {
  test('a message without a valid key is an AuthenticationError', async () => {
    const error = await refusalOf(anthropicOf(here.artel, 'nobody').messages.create(base), AuthenticationError);
    expect(error).toMatchObject({ status: 401, type: 'authentication_error' });
    expect(error.requestID).toMatch(/\S{8,}/);
  });

  test.each([
    ['a container', { container: 'c-1' }],
    ['tools of a server', { mcp_servers: [{ type: 'url', url: 'https://example.com', name: 'x' }] }],
    [
      'a demand for a tool the service would have to have',
      { tools: [{ type: 'web_search_20250305', name: 'web_search' }], tool_choice: { type: 'any' } },
    ],
    ['a document that is no text', { messages: [{ role: 'user', content: [{ type: 'document', source: {} }] }] }],
    ['no length', { max_tokens: undefined }],
  ])('a message with %s is a BadRequestError', async (_, more) => {
    expect((await refusalOf(ask(more), BadRequestError)).type).toBe('invalid_request_error');
  });

  test('more than 1,000 messages are a BadRequestError', async () => {
    const messages = Array.from({ length: 1_001 }, () => ({ role: 'user' as const, content: 'x' }));
    const many = await refusalOf(ask({ messages }), BadRequestError);
    expect(many).toMatchObject({ type: 'invalid_request_error', message: expect.stringContaining('1000 messages') });
  });

  test('a message of more than 5 megabytes is a 413', async () => {
    const content = 'x'.repeat(5 * 1024 * 1024);
    const error = await ask({ messages: [{ role: 'user', content }] }).catch((one: unknown) => one);
    expect(error).toMatchObject({ status: 413, type: 'request_too_large' });
  });

  test('a message refused by the provider’s limits is a RateLimitError that says when to retry', async () => {
    here.artel.model.always({ status: 429, retryAfter: 17 });
    const error = await refusalOf(ask(), RateLimitError);
    expect(error.type).toBe('rate_limit_error');
    expect(error.headers.get('retry-after')).toBe('17');
    here.artel.model.always({ status: 500 });
  });

  test('a message to an unknown model is a NotFoundError', async () => {
    here.artel.model.script({ status: 404 });
    expect((await refusalOf(ask(), NotFoundError)).type).toBe('not_found_error');
  });
});

describe('G23: the official tool runner', () => {
  const run = (stream: boolean) => {
    here.artel.model.script(
      { tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }] },
      { text: 'Eighteen degrees.' },
    );
    const tool = betaTool({
      name: 'weather',
      description: 'The weather of a city.',
      inputSchema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: ({ city }) => `18 in ${city}`,
    });
    const question = { ...base, system: 'Be brief.', tools: [tool] };
    return stream
      ? here.clients.anthropic.beta.messages.toolRunner({ ...question, stream: true }).runUntilDone()
      : here.clients.anthropic.beta.messages.toolRunner(question).runUntilDone();
  };

  test.each([false, true])(
    'G23: the tool runner gets its answer from the whole conversation, streamed: %s',
    async (stream) => {
      const message = await run(stream);
      expect(message.content).toMatchObject([{ type: 'text', text: 'Eighteen degrees.' }]);
      expect(upstream().messages).toMatchObject([
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hello' },
        { role: 'assistant', tool_calls: [{ id: 'call_1' }] },
        { role: 'tool', tool_call_id: 'call_1', content: '18 in Oslo' },
      ]);
    },
  );

  test('G23: a request for a kept conversation is told that there is none, in details a program reads', async () => {
    const error = await refusalOf(ask({ thread: { type: 'create' } }), BadRequestError);
    expect(error.error).toMatchObject({
      error: {
        type: 'invalid_request_error',
        details: { error_code: 'thread_unsupported_request', unsupported: ['thread'] },
      },
    });
  });
});

test('the client’s beta methods reach the same model', async () => {
  here.artel.model.script({ text: 'Hello' });
  const message = await here.clients.anthropic.beta.messages.create({ ...base, stream: false });
  expect(message.content).toMatchObject([{ type: 'text', text: 'Hello' }]);
});

test('models are listed in Anthropic’s shape for its client', async () => {
  const page = await here.clients.anthropic.models.list();
  expect(page.data).toMatchObject([
    { type: 'model', id: 'scripted' },
    { type: 'model', id: 'text-embedding-3-small' },
  ]);
});

test('an access token works as well as a key', async () => {
  here.artel.model.script({ text: 'Hello' });
  const authorization = `Bearer ${here.clients.alice.token}`;
  const { status } = await request(here.artel.cloud.url, 'POST', '/v1/messages', base, { authorization });
  expect(status).toBe(200);
});
