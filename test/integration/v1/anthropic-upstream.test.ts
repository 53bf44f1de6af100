import { APIError as AnthropicApiError, RateLimitError as AnthropicRateLimitError } from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import {
  APIError,
  APIUserAbortError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  RateLimitError,
} from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import type { ChatCompletionMessageParam } from 'openai/resources';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Artel, startArtel } from '../../support/artel.ts';
import { type MessagesStep, type ScriptedMessages, startScriptedMessages } from '../../support/scripted-messages.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';
import { type Clients, clientsOf, refusalOf } from './clients.ts';

const MODEL = 'claude-opus-5-5';

let claude: ScriptedMessages;
let gpt: ScriptedModel;
let artel: Artel;
let clients: Clients;

beforeAll(async () => {
  [claude, gpt] = await Promise.all([startScriptedMessages(), startScriptedModel()]);
  const embeddings = { name: 'openai', base_url: gpt.url, api_key: 'sk-1', models: ['gpt-*', 'text-embedding-*'] };
  artel = await startArtel({
    secrets: {
      SecretsProvider: {
        kind: 'anthropic',
        base_url: claude.url,
        api_key: 'sk-ant-1',
        model: MODEL,
        upstreams: [embeddings],
        fallbacks: { [MODEL]: ['gpt-5'], 'gpt-4.1': ['claude-sonnet-5'] },
      },
    },
  });
  clients = await clientsOf(artel, await artel.register('alice'));
});
afterAll(async () => {
  await artel.stop();
  await Promise.all([claude.stop(), gpt.stop()]);
});

const content = 'Hello';
const hello: ChatCompletionMessageParam[] = [{ role: 'user', content }];
const base = { model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user' as const, content }] };
const sent = () => claude.requests.at(-1)!;

const chat = (more: object = {}) =>
  clients.openai.chat.completions.create({ model: base.model, messages: hello, stream: false, ...more });
const message = (more: object = {}) => clients.anthropic.messages.create({ ...base, stream: false, ...more });

const parameters = { type: 'object' as const, properties: { city: { type: 'string' } }, required: ['city'] };
const description = 'The weather of a city.';
const chatTool = { type: 'function' as const, function: { name: 'weather', description, parameters } };
const messageTool = { name: 'weather', description, input_schema: parameters };

const usage = { input_tokens: 7, cache_read_input_tokens: 90, output_tokens: 4 };

describe('a whole answer of an Anthropic upstream', () => {
  test('a whole answer of Claude reaches OpenAI’s client by chat completions, with its usage', async () => {
    claude.script({ thinking: 'Hm.', text: 'Hello, Alice.', usage });
    expect(await chat({ max_completion_tokens: 50, stop: ['END'], user: 'u-1' })).toMatchObject({
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Hello, Alice.' } }],
      usage: { prompt_tokens: 97, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 90 } },
    });
    expect(sent()).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'sk-ant-1' },
      body: { model: base.model, max_tokens: 50, stop_sequences: ['END'], metadata: { user_id: 'u-1' } },
    });
  });

  test('a whole answer of Claude reaches OpenAI’s client by responses', async () => {
    claude.script({ text: 'Hello, Alice.', usage });
    const response = await clients.openai.responses.create({
      model: base.model,
      instructions: 'Be kind.',
      input: content,
      stream: false,
    });
    expect(response.output_text).toBe('Hello, Alice.');
    expect(sent().body.system).toBe('Be kind.');
  });

  test('a whole answer of Claude reaches Anthropic’s client', async () => {
    claude.script({ text: 'Hello, Alice.', usage });
    const answer = await message({ system: 'Be kind.', output_config: { effort: 'high' } });
    expect(answer).toMatchObject({
      content: [{ type: 'text', text: 'Hello, Alice.' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 7, cache_read_input_tokens: 90, output_tokens: 4 },
    });
    expect(sent().body).toMatchObject({ system: 'Be kind.', max_tokens: 100, output_config: { effort: 'high' } });
  });

  test('a whole answer that Claude refused to give says so in both protocols', async () => {
    claude.script({ text: 'I', stop_reason: 'refusal' }, { text: 'I', stop_reason: 'refusal' });
    expect((await chat()).choices[0]?.finish_reason).toBe('content_filter');
    expect((await message()).stop_reason).toBe('refusal');
  });
});

describe('a streamed answer of an Anthropic upstream', () => {
  test('a streamed answer of Claude adds up to the same in every protocol', async () => {
    const reply = { thinking: 'Hm.', text: 'One two three', usage };
    claude.script(reply, reply, reply);
    const completion = await clients.openai.chat.completions
      .stream({ model: base.model, messages: hello })
      .finalChatCompletion();
    const response = await clients.openai.responses.stream({ model: base.model, input: content }).finalResponse();
    const answer = await clients.anthropic.messages.stream(base).finalMessage();
    expect(completion.choices[0]?.message.content).toBe('One two three');
    expect(response.output_text).toBe('One two three');
    expect(answer).toMatchObject({
      content: [{ thinking: 'Hm.' }, { text: 'One two three' }],
      usage: { output_tokens: 4 },
    });
  });

  test.each([
    ['is cut', { text: 'one two three', cut: 4 }, 'broke off'],
    ['ends with an error', { text: 'one two three', failAfter: 4 }, 'cannot be reached'],
  ] as [string, MessagesStep, string][])(
    'a streamed answer of Claude that %s fails in both protocols',
    async (_name, step, words) => {
      claude.script(step, step);
      const stream = clients.openai.chat.completions.stream({ model: base.model, messages: hello });
      expect((await refusalOf(stream.finalChatCompletion(), APIError)).message).toContain(words);
      const failure = await refusalOf(clients.anthropic.messages.stream(base).finalMessage(), AnthropicApiError);
      expect(failure.message).toContain(words);
    },
  );

  test('a streamed answer of Claude that the client leaves ends the call of the model', async () => {
    claude.script({ text: 'one two three', stallAfter: 4 });
    const stream = clients.openai.chat.completions.stream({ model: base.model, messages: hello });
    const failure = refusalOf(stream.done(), APIUserAbortError);
    stream.on('content', () => stream.abort());
    await failure;
    await expect(sent().ended).resolves.toBe('aborted');
  });
});

describe('tools', () => {
  const first = { tool_uses: [{ id: 'toolu_1', name: 'weather', input: { city: 'Rome' } }] };

  test('tools of Claude make the round trip by chat completions', async () => {
    claude.script(first, { text: 'Sunny.' });
    const asked = await chat({ tools: [chatTool], tool_choice: 'required', parallel_tool_calls: false });
    const reply = asked.choices[0]!.message;
    expect(reply.tool_calls).toMatchObject([
      { id: 'toolu_1', function: { name: 'weather', arguments: '{"city":"Rome"}' } },
    ]);
    expect(sent().body).toMatchObject({
      tools: [messageTool],
      tool_choice: { type: 'any', disable_parallel_tool_use: true },
    });
    const result = { role: 'tool' as const, tool_call_id: 'toolu_1', content: '30 degrees' };
    const answer = await chat({ tools: [chatTool], messages: [...hello, reply, result] });
    expect(answer.choices[0]?.message.content).toBe('Sunny.');
    expect(sent().body.messages.slice(1)).toEqual([
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Rome' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '30 degrees' }] },
    ]);
  });

  test('tools of Claude make the round trip by Anthropic’s messages, streamed', async () => {
    claude.script({ ...first, text: 'Let me look.' }, { text: 'Sunny.' });
    const asked = await clients.anthropic.messages.stream({ ...base, tools: [messageTool] }).finalMessage();
    expect(asked.stop_reason).toBe('tool_use');
    expect(asked.content.at(-1)).toMatchObject({ type: 'tool_use', id: 'toolu_1', input: { city: 'Rome' } });
    const result = { type: 'tool_result' as const, tool_use_id: 'toolu_1', content: '30 degrees' };
    const messages = [
      ...base.messages,
      { role: 'assistant', content: asked.content },
      { role: 'user', content: [result] },
    ];
    expect((await message({ tools: [messageTool], messages })).content).toMatchObject([{ text: 'Sunny.' }]);
  });

  test('tools and pictures reach Claude unchanged', async () => {
    claude.script({ text: 'A cat.' });
    const image_url = { url: 'data:image/png;base64,iVBORw0KGgo=' };
    await chat({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url },
            { type: 'text', text: 'What?' },
          ],
        },
      ],
    });
    expect(sent().body.messages[0].content[0]).toEqual({
      type: 'image',
      source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' },
    });
  });
});

describe('documents', () => {
  const data = Buffer.from('%PDF-1.7').toString('base64');
  const file = { filename: 'a.pdf', file_data: `data:application/pdf;base64,${data}` };
  const shown = (source: object, title = {}) => [{ role: 'user', content: [{ type: 'document', source, ...title }] }];
  const pdf = { type: 'base64', media_type: 'application/pdf', data };

  test.each([
    ['chat completions', () => chat({ messages: [{ role: 'user', content: [{ type: 'file', file }] }] })],
    [
      'responses',
      () =>
        clients.openai.responses.create({
          model: base.model,
          input: [{ role: 'user', content: [{ type: 'input_file', ...file }] }],
        }),
    ],
    ['messages', () => message({ messages: shown(pdf, { title: 'a.pdf' }) })],
  ])('G26: a PDF that came by %s is a document for Claude', async (_, ask) => {
    claude.script({ text: 'It is empty.' });
    await ask();
    expect(sent().body.messages).toEqual(shown(pdf, { title: 'a.pdf' }));
  });

  test('G26: a PDF by URL goes to the upstream that fetches it, where the one asked for does not', async () => {
    claude.script({ text: 'It is empty.' });
    const before = gpt.requests.length;
    const content = [{ type: 'input_file' as const, file_url: 'https://example.com/a.pdf' }];
    await clients.openai.responses.create({ model: 'gpt-4.1', input: [{ role: 'user', content }] });
    expect(sent().body.messages).toEqual(shown({ type: 'url', url: 'https://example.com/a.pdf' }));
    expect(gpt.requests).toHaveLength(before);
  });
});

describe('an answer in the form of a schema', () => {
  const place = z.object({ city: z.string().min(2) });

  test('an answer of Claude with a schema can be parsed by every protocol’s own client', async () => {
    const reply = { text: '{"city":"Rome"}' };
    claude.script(reply, reply, reply);
    const completion = await clients.openai.chat.completions.parse({
      model: base.model,
      messages: hello,
      response_format: zodResponseFormat(place, 'place'),
    });
    const response = await clients.openai.responses.parse({
      model: base.model,
      input: content,
      text: { format: zodTextFormat(place, 'place') },
    });
    const answer = await clients.anthropic.messages.parse({
      ...base,
      output_config: { format: zodOutputFormat(place) },
    });
    const parsed = [completion.choices[0]?.message.parsed, response.output_parsed, answer.parsed_output];
    expect(parsed).toEqual([{ city: 'Rome' }, { city: 'Rome' }, { city: 'Rome' }]);
    for (const { body } of claude.requests.slice(-3)) {
      expect(body.output_config.format).toMatchObject({
        type: 'json_schema',
        schema: { required: ['city'], additionalProperties: false },
      });
    }
  });

  test('an answer with a schema is got from an older Claude by a tool', async () => {
    claude.script({ tool_uses: [{ name: 'answer_in_json', input: { city: 'Rome' } }] });
    const completion = await clients.openai.chat.completions.parse({
      model: 'claude-3-5-haiku-latest',
      messages: hello,
      response_format: zodResponseFormat(place, 'place'),
    });
    expect(completion.choices[0]).toMatchObject({ finish_reason: 'stop', message: { parsed: { city: 'Rome' } } });
  });
});

describe('a refusal', () => {
  test('a rate limit of Claude says in both protocols when to retry', async () => {
    const step = { status: 429, type: 'rate_limit_error', retryAfter: 17 };
    claude.script(step, step);
    const [openai, anthropic] = [
      await refusalOf(chat(), RateLimitError),
      await refusalOf(message(), AnthropicRateLimitError),
    ];
    expect([openai.headers.get('retry-after'), anthropic.headers.get('retry-after')]).toEqual(['17', '17']);
  });

  test.each([
    ['a request it does not take', { status: 400, type: 'invalid_request_error' }, BadRequestError],
    ['a model it does not know', { status: 404, type: 'not_found_error' }, NotFoundError],
    ['a key it does not accept', { status: 401, type: 'authentication_error' }, InternalServerError],
    ['an overload', { status: 529, type: 'overloaded_error', retryAfter: 30 }, InternalServerError],
  ] as const)('a refusal of Claude because of %s has its own status', async (_name, step, kind) => {
    claude.script(step);
    await refusalOf(chat(), kind);
  });

  test('a penalty, which Claude’s API does not have, is refused by name', async () => {
    expect((await refusalOf(chat({ presence_penalty: 1 }), BadRequestError)).message).toContain('presence_penalty');
  });

  test('an embedding refused by Claude’s API says what has to be configured', async () => {
    const asked = clients.openai.embeddings.create({ model: 'voyage-4', input: 'a' });
    expect((await refusalOf(asked, NotFoundError)).message).toContain('add an upstream of the kind "openai"');
    expect((await clients.openai.embeddings.create({ model: 'text-embedding-3-small', input: 'a' })).data).toHaveLength(
      1,
    );
  });
});

describe('one kind of upstream stands in for the other', () => {
  test('an OpenAI upstream stands in for an overloaded Anthropic upstream', async () => {
    claude.script({ status: 529, type: 'overloaded_error', retryAfter: 30 });
    gpt.script({ text: 'from GPT' });
    expect((await message({ model: MODEL })).content).toMatchObject([{ text: 'from GPT' }]);
  });

  test('an Anthropic upstream stands in for an overloaded OpenAI upstream', async () => {
    gpt.script({ status: 503, retryAfter: 30 });
    claude.script({ text: 'from Claude' });
    expect((await chat({ model: 'gpt-4.1' })).choices[0]?.message.content).toBe('from Claude');
  });
});

describe('an agent on an Anthropic upstream', () => {
  test('an agent on an Anthropic upstream answers a person, with its tools', async () => {
    const { session } = await clients.alice.chat('counter', { tools: ['calculate'] });
    const begun = claude.requests.length;
    claude.script(
      { thinking: 'Hm.', tool_uses: [{ id: 'toolu_1', name: 'calculate', input: { expression: '6 * 7' } }] },
      { text: 'It is 42.' },
    );
    const { run, answer } = await clients.alice.ask(session, 'What is 6 times 7?', { target_agent: 'counter' });
    expect({ state: run.state, error: run.error, answer }).toEqual({
      state: 'completed',
      error: null,
      answer: 'It is 42.',
    });
    const [, second] = claude.requests.slice(begun);
    expect(second?.body).toMatchObject({ model: MODEL, system: expect.stringContaining('You help.') });
    expect(second?.body.messages.at(-1)).toEqual({
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: expect.stringContaining('42') }],
    });
  });

  test('an agent on an Anthropic upstream streams through Anthropic’s messages as agent/counter', async () => {
    claude.script({ text: 'One two three' });
    const answer = await clients.anthropic.messages.stream({ ...base, model: 'agent/counter' }).finalMessage();
    expect(answer.content).toMatchObject([{ type: 'text', text: 'One two three' }]);
  });
});
