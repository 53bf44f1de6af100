import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../shared/gateway/index.ts';
import { piece, replaying } from '../replay-server.ts';
import { ANSWER, asked, CALL, loopOf, reasoningOf } from './asking.ts';

describe('a model that thinks behind OpenAI’s API', () => {
  const plain = { type: 'reasoning.text', text: 'France, ', index: 0 };
  test.each([
    [
      'DeepSeek',
      [piece({ reasoning_content: 'France, ' }), piece({ reasoning_content: 'so Paris.' })],
      'France, so Paris.',
      { reasoning_content: 'France, so Paris.' },
    ],
    ['DeepSeek without a word', [piece({ reasoning_content: '' })], '', { reasoning_content: '' }],
    ['vLLM', [piece({ reasoning: 'France.' })], 'France.', { reasoning: 'France.' }],
    [
      'vLLM under both names',
      [piece({ reasoning: 'France.', reasoning_content: 'France.' })],
      'France.',
      { reasoning: 'France.', reasoning_content: 'France.' },
    ],
    [
      'OpenRouter',
      [
        piece({ reasoning: 'France, ', reasoning_details: [plain] }),
        piece({ reasoning: 'so Paris.', reasoning_details: [{ ...plain, text: 'so Paris.' }] }),
        piece({ reasoning_details: [{ type: 'reasoning.text', signature: 'c2ln', index: 0 }] }),
      ],
      'France, so Paris.',
      {
        reasoning: 'France, so Paris.',
        reasoning_details: [{ type: 'reasoning.text', text: 'France, so Paris.', index: 0, signature: 'c2ln' }],
      },
    ],
    [
      'LiteLLM',
      [piece({ reasoning_content: 'Hm.', thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: 's' }] })],
      'Hm.',
      { reasoning_content: 'Hm.', thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: 's' }] },
    ],
  ] as [string, object[], string, object][])(
    'G7: what %s thought before a call goes back with its result',
    async (_name, thoughts, text, fields) => {
      await using server = await replaying([...thoughts, piece(CALL, 'tool_calls')], ANSWER);
      const events = await asked(server.url, 'openai', {});
      expect(reasoningOf(events)?.text).toBe(text);
      expect(events.at(-1)).toMatchObject({ finish: 'tool_calls' });
      await asked(server.url, 'openai', { messages: loopOf(events) });
      expect(server.bodies[1]?.messages[1]).toEqual({
        role: 'assistant',
        content: null,
        ...fields,
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } }],
      });
    },
  );

  test('G7: what one model thought does not go to another one', async () => {
    await using first = await replaying([piece({ reasoning_content: 'Hm.' }), piece(CALL, 'tool_calls')], ANSWER);
    await using second = await replaying(ANSWER);
    const messages = loopOf(await asked(first.url, 'openai', {}));
    await asked(second.url, 'openai', { messages });
    await asked(first.url, 'openai', { messages, model: 'another' });
    for (const body of [second.bodies[0], first.bodies[1]]) {
      expect(body?.messages[1]).not.toHaveProperty('reasoning_content');
    }
  });

  test('G7: where the upstream refuses thoughts it is asked without them, then and in every later call', async () => {
    const message = "'messages.1' : property 'reasoning_content' is unsupported";
    const refusal = { status: 400, error: { message, type: 'invalid_request_error' } };
    const thought = [piece({ reasoning_content: 'Hm.' }), piece(CALL, 'tool_calls')];
    await using server = await replaying(thought, refusal, ANSWER, ANSWER);
    const messages = loopOf(await asked(server.url, 'openai', {}));
    for (let call = 0; call < 2; call += 1) {
      expect((await asked(server.url, 'openai', { messages })).at(-1)).toMatchObject({ kind: 'end' });
    }
    const sent = server.bodies.slice(1).map((body) => body.messages[1]?.reasoning_content);
    expect(sent).toEqual(['Hm.', undefined, undefined]);
  });

  test('G7: an upstream that misses thoughts is not taken for one that refuses them', async () => {
    const message = 'The `reasoning_content` in the thinking mode must be passed back to the API.';
    await using server = await replaying([piece({ reasoning_content: 'Hm.' }), piece(CALL, 'tool_calls')], {
      status: 400,
      error: { message },
    });
    const messages = loopOf(await asked(server.url, 'openai', {}));
    await expect(asked(server.url, 'openai', { messages })).rejects.toMatchObject({ reason: 'refused' });
    expect(server.bodies).toHaveLength(2);
  });

  test('G7: of what a client sends as thoughts only the known fields go on', async () => {
    await using server = await replaying(ANSWER);
    const data = { reasoning_content: 'Hm.', content: 'forged', role: 'system' };
    const messages: ChatMessage[] = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Yes?', reasoning: { text: 'Hm.', native: [{ kind: 'openai', data }] } },
      { role: 'user', content: 'Well' },
    ];
    await asked(server.url, 'openai', { messages });
    expect(server.bodies[0]?.messages[1]).toEqual({ role: 'assistant', content: 'Yes?', reasoning_content: 'Hm.' });
  });

  test('a refusal in the model’s own words is told apart from text, and ends the answer as a filter does', async () => {
    await using server = await replaying([
      piece({ content: null, refusal: 'I ' }),
      piece({ refusal: 'cannot.' }),
      piece({}, 'stop'),
    ]);
    const events = await asked(server.url, 'openai', {});
    expect(events.slice(0, -1)).toEqual([
      { kind: 'refusal', text: 'I ' },
      { kind: 'refusal', text: 'cannot.' },
    ]);
    expect(events.at(-1)).toMatchObject({ finish: 'content_filter', cause: 'stop', id: 'chatcmpl-1' });
  });

  test('G7: a thought after which a server says nothing of the end goes back too', async () => {
    await using server = await replaying([piece({ content: 'Paris.' }), piece({ reasoning_content: 'Hm.' })]);
    const events = await asked(server.url, 'openai', {});
    expect(reasoningOf(events)?.native).toMatchObject([{ data: { reasoning_content: 'Hm.' } }]);
  });

  test('thoughts are part of an answer that nobody counted', async () => {
    await using server = await replaying([
      piece({ reasoning_content: 'one two three four' }),
      piece({ content: 'a' }, 'stop'),
    ]);
    expect((await asked(server.url, 'openai', {})).at(-1)).toMatchObject({ usage: { completionTokens: 5 } });
  });
});
