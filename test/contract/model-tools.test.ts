import type OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { inOfflineModel } from './in-targets.ts';

const here = inOfflineModel();

const tool = (name: string, properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'function' as const,
  function: { name, parameters: { type: 'object', properties, required } },
});
const string = { type: 'string' };
const tools = [
  tool('calculate', { expression: string }),
  tool('clock', { timezone: string }, []),
  tool('memory_save', { text: string }),
  tool('memory_search', { query: string, limit: { type: 'integer', minimum: 1 } }, ['query']),
  tool('http_fetch', { url: string, method: { enum: ['GET', 'POST', 'DELETE'] }, body: string }, ['url', 'method']),
  tool('file_read', { path: string }),
  tool('file_write', { path: string, content: string }),
  tool('ask_agent', { agent: string, question: string }),
  tool('book_flight', { to: string, seats: { type: 'integer', minimum: 1 } }),
];

type Request = Partial<OpenAI.Chat.ChatCompletionCreateParamsNonStreaming>;

async function calls(content: string, request: Request = {}) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content }];
  const completion = await here.client.chat.completions.create({ model: 'offline', messages, tools, ...request });
  const made = completion.choices[0]?.message.tool_calls ?? [];
  return made.map((call) =>
    call.type === 'function' ? [call.function.name, JSON.parse(call.function.arguments)] : [],
  );
}

describe('tool calls', () => {
  test.each([
    ['Please calculate 2+2', 'calculate', { expression: '2+2' }],
    ['How much is 12 times 3?', 'calculate', { expression: '12 * 3' }],
    ['What time is it?', 'clock', {}],
    ['Remember that the deadline is Friday.', 'memory_save', { text: 'the deadline is Friday' }],
    ['Запомни, что я люблю чай', 'memory_save', { text: 'я люблю чай' }],
    ['Search your memory for green tea', 'memory_search', { query: 'green tea' }],
    ['Fetch https://example.com/a?b=1.', 'http_fetch', { url: 'https://example.com/a?b=1', method: 'GET' }],
    [
      'Post {"a":1} to https://example.com/orders',
      'http_fetch',
      { url: 'https://example.com/orders', method: 'POST', body: '{"a":1}' },
    ],
    ['Read the file notes/todo.md please', 'file_read', { path: 'notes/todo.md' }],
    ['Write "hello" to the file a.txt', 'file_write', { path: 'a.txt', content: 'hello' }],
    ['Ask the researcher about bees', 'ask_agent', { agent: 'researcher', question: 'bees' }],
    ['Call book_flight with {"to": "Oslo"}', 'book_flight', { to: 'Oslo', seats: 1 }],
  ])('"%s" calls %s', async (text, name, given) => {
    expect(await calls(text)).toEqual([[name, given]]);
  });

  test('a message that asks for nothing calls no tool', async () => {
    expect(await calls('I had a fine time in the city.')).toEqual([]);
    expect(await calls('calculate 2+2', { tool_choice: 'none' })).toEqual([]);
  });

  test('two requests make two calls, or one when calls may not be parallel', async () => {
    const both = 'Calculate 2+2 and tell me the time: what time is it?';
    expect((await calls(both)).map(([name]) => name)).toEqual(['calculate', 'clock']);
    expect(await calls(both, { parallel_tool_calls: false })).toHaveLength(1);
  });

  test('a required tool is called whatever the message says', async () => {
    const forced = await calls('Good day', { tool_choice: { type: 'function', function: { name: 'book_flight' } } });
    expect(forced).toEqual([['book_flight', { to: 'Good day', seats: 1 }]]);
  });

  test.each([
    ['calculate', '{"expression":"2+2"}', '{"result":4}', 'The result is 4.'],
    ['clock', '{}', '2026-01-01T10:00:00Z', 'It is 2026-01-01T10:00:00Z.'],
    [
      'memory_search',
      '{"query":"tea"}',
      '{"items":[{"text":"likes green tea"}]}',
      'I found this in my memory: likes green tea.',
    ],
    [
      'http_fetch',
      '{}',
      '{"error":{"message":"rejected: too risky"}}',
      'I could not use http_fetch: rejected: too risky.',
    ],
  ])('the offline model puts the result of %s into words', async (name, given, result, expected) => {
    const completion = await here.client.chat.completions.create({
      model: 'offline',
      tools,
      messages: [
        { role: 'user', content: 'Calculate 2+2' },
        { role: 'assistant', tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: given } }] },
        { role: 'tool', tool_call_id: 'call_1', content: result },
      ],
    });
    expect(completion.choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: expected } });
  });

  test('a tool call is streamed in pieces that add up to its arguments', async () => {
    const stream = here.client.chat.completions.stream({
      model: 'offline',
      tools,
      messages: [{ role: 'user', content: 'Write "a b c" to the file a.txt' }],
    });
    const final = await stream.finalChatCompletion();
    const [call] = final.choices[0]?.message.tool_calls ?? [];
    expect(call?.type === 'function' && JSON.parse(call.function.arguments)).toEqual({
      path: 'a.txt',
      content: 'a b c',
    });
    expect(final.choices[0]?.finish_reason).toBe('tool_calls');
  });
});
