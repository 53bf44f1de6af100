import { describe, expect, test } from 'vitest';
import { type ChatMessage, gateway, type ModelCall } from '../../../shared/gateway/index.ts';
import { messageRequest } from '../../../shared/gateway/providers/anthropic/request.ts';
import { freeCalls } from '../../support/free-calls.ts';
import { look } from './anthropic-asking.ts';
import { callOf, eventsOf, failureOf, over } from './asking.ts';
import { piece, type Replay, replaying } from './replay-server.ts';

const ANSWER: Replay = [piece({ content: 'ready' }, 'stop')];
const refusing = (used: string, other: string): Replay => ({
  status: 400,
  error: {
    message: `Unsupported parameter: '${used}' is not supported with this model. Use '${other}' instead.`,
    param: used,
    code: 'unsupported_parameter',
  },
});

describe('the limit on an answer’s length', () => {
  test.each(['max_tokens', 'max_completion_tokens'] as const)(
    'G14: a client’s own %s goes on under its name',
    async (field) => {
      await using server = await replaying(ANSWER);
      await eventsOf(over(server.url).chat(callOf({ maxTokens: 9, maxTokensField: field, model: 'gpt-5-mini' })));
      expect(server.bodies[0]).toHaveProperty(field, 9);
    },
  );

  test('G14: where the upstream refuses one name it is asked with the other, then and in every later call', async () => {
    await using server = await replaying(refusing('max_tokens', 'max_completion_tokens'), ANSWER, ANSWER);
    const ask = () => eventsOf(over(server.url).chat(callOf({ maxTokens: 9 })));
    expect((await ask()).at(-1)).toMatchObject({ kind: 'end' });
    await ask();
    expect(server.bodies.map((body) => Object.keys(body).filter((name) => name.startsWith('max_')))).toEqual([
      ['max_tokens'],
      ['max_completion_tokens'],
      ['max_completion_tokens'],
    ]);
  });

  test('G14: a limit that is refused for its size is not sent under another name', async () => {
    const error = { message: 'max_tokens is too large: 99. This model supports at most 9.' };
    await using server = await replaying({ status: 400, error });
    expect(await failureOf(eventsOf(over(server.url).chat(callOf({ maxTokens: 99 }))))).toMatchObject({
      reason: 'refused',
    });
    expect(server.bodies).toHaveLength(1);
  });

  test.each(['o4-mini', 'gpt-5', 'openai/gpt-5-mini'])(
    'G14: our own limit for %s has the name its models take',
    async (model) => {
      await using server = await replaying(ANSWER);
      await eventsOf(over(server.url).chat(callOf({ maxTokens: 9, model })));
      expect(server.bodies[0]).toHaveProperty('max_completion_tokens', 9);
    },
  );
});

describe('descriptions of tools', () => {
  const complaint = {
    message:
      "Invalid 'tools[1].function.description': string too long. Expected a string with maximum length 1024, but got a string with length 3000 instead.",
    code: 'string_above_max_length',
  };
  const tools = [look, { ...look, name: 'long', description: '🙂'.repeat(1_500) }];
  const ask = (url: string, offered: ModelCall['tools']) =>
    eventsOf(over(url).chat(callOf({ ...(offered && { tools: offered }) })));

  test('G15: where the upstream refuses a long one it is asked with its beginning, then and in every later call', async () => {
    await using server = await replaying({ status: 400, error: complaint }, ANSWER, ANSWER);
    expect((await ask(server.url, tools)).at(-1)).toMatchObject({ kind: 'end' });
    await ask(server.url, tools);
    const sent = server.bodies.map((body) =>
      (body.tools as { function: { description: string } }[]).map((tool) => tool.function.description),
    );
    expect(sent[0]).toEqual(tools.map(({ description }) => description));
    for (const [first, second] of sent.slice(1)) {
      expect(first).toBe(look.description);
      expect(second).toMatch(/^(🙂)+…$/u);
      expect(second!.length).toBeLessThanOrEqual(1_024);
    }
    expect(sent).toHaveLength(3);
  });

  test('G15: a complaint that shorter descriptions would not mend is told at once', async () => {
    await using server = await replaying({ status: 400, error: complaint });
    expect(await failureOf(ask(server.url, [look]))).toMatchObject({ reason: 'too_long' });
    expect(server.bodies).toHaveLength(1);
  });
});

test('G12: half a character in a message leaves as U+FFFD', async () => {
  await using server = await replaying(ANSWER);
  await eventsOf(over(server.url).chat(callOf({ messages: [{ role: 'user', content: 'cut \ud83d' }] })));
  expect(server.bodies[0]?.messages).toEqual([{ role: 'user', content: 'cut \ufffd' }]);
});

describe('what a provider is to cache', () => {
  const anthropic = { baseUrl: 'https://api.anthropic.com', apiKey: '' };
  const sent = (more: Partial<ModelCall>) => messageRequest({ ...callOf(more), model: 'claude-opus-5' }, anthropic);
  const mark = { type: 'ephemeral' };

  test('G8: a client’s marks reach Anthropic where they were: tools, system, parts, messages', () => {
    const { system, tools, messages } = sent({
      tools: [{ ...look, cache: { ttl: '1h' } }],
      messages: [
        { role: 'system', content: 'A book.', cache: {} },
        { role: 'system', content: 'Today is Friday.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'A long text', cache: {} },
            { type: 'text', text: 'A question' },
          ],
        },
        { role: 'assistant', content: 'Yes.' },
        { role: 'user', content: 'And now?', cache: {} },
      ],
    });
    expect(tools).toMatchObject([{ name: 'look', cache_control: { ...mark, ttl: '1h' } }]);
    expect(system).toEqual([
      { type: 'text', text: 'A book.', cache_control: mark },
      { type: 'text', text: 'Today is Friday.' },
    ]);
    expect(messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'A long text', cache_control: mark },
          { type: 'text', text: 'A question' },
        ],
      },
      { role: 'assistant', content: 'Yes.' },
      { role: 'user', content: [{ type: 'text', text: 'And now?', cache_control: mark }] },
    ]);
  });

  test('G8: an agent with tools and a long prompt has its prefixes cached, a short one or one without tools does not', () => {
    const long: ChatMessage[] = [
      { role: 'system', content: 'rule '.repeat(1_000) },
      { role: 'user', content: 'Hello' },
    ];
    const agent = { agent: 'agt_1', tools: [look] };
    const { system, tools, messages } = sent({ ...agent, messages: long });
    expect(system).toMatchObject([{ cache_control: mark }]);
    expect(tools).toMatchObject([{ cache_control: mark }]);
    expect(messages).toMatchObject([{ content: [{ text: 'Hello', cache_control: mark }] }]);
    for (const other of [
      sent(agent),
      sent({ agent: 'agt_1', messages: long }),
      sent({ tools: [look], messages: long }),
    ])
      expect(JSON.stringify(other)).not.toContain('cache_control');
  });

  test('G8: an upstream of OpenAI’s kind gets the same prompt without marks, whole', async () => {
    await using server = await replaying(ANSWER);
    const open = gateway({
      settings: async () => ({ baseUrl: server.url, apiKey: 'k', model: 'm' }),
      timeouts: () => ({ firstByte: 10_000, retries: 0 }),
      policies: async () => [],
      paid: freeCalls(),
    });
    const messages: ChatMessage[] = [
      { role: 'system', content: 'A book.', cache: {} },
      { role: 'system', content: 'Today is Friday.' },
      { role: 'user', content: [{ type: 'text', text: 'Hello', cache: {} }], cache: {} },
    ];
    await eventsOf(open.chat(callOf({ messages, tools: [{ ...look, cache: {} }] })));
    expect(server.bodies[0]?.messages).toEqual([
      { role: 'system', content: 'A book.\nToday is Friday.' },
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    ]);
    expect(JSON.stringify(server.bodies[0])).not.toContain('cache');
  });
});
