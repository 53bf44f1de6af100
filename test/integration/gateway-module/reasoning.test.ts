import { describe, expect, test } from 'vitest';
import {
  type ChatMessage,
  gateway,
  type ModelCall,
  type ModelEvent,
  ReasoningCollector,
} from '../../../shared/gateway/index.ts';
import { freeCalls } from '../../support/free-calls.ts';
import { look } from './anthropic-asking.ts';
import { callOf, eventsOf } from './asking.ts';
import { piece, type Replay, replaying } from './replay-server.ts';

type Kind = 'openai' | 'anthropic';

const asked = (url: string, kind: Kind, call: Partial<ModelCall>) =>
  eventsOf(
    gateway({
      settings: async () => ({ kind, baseUrl: url, apiKey: 'k', model: 'thinker' }),
      timeouts: () => ({ firstByte: 10_000, retries: 0 }),
      policies: async () => [],
      paid: freeCalls(),
    }).chat(callOf({ tools: [look], ...call })),
  );

const reasoningOf = (events: ModelEvent[]) => {
  const thoughts = new ReasoningCollector();
  for (const event of events) if (event.kind === 'reasoning') thoughts.add(event);
  return thoughts.whole();
};

/** The conversation with what the model did, and what its call brought. */
const loopOf = (events: ModelEvent[]): ChatMessage[] => {
  const calls = events.flatMap((event) => (event.kind === 'call' ? [event.call] : []));
  const reasoning = reasoningOf(events);
  return [
    { role: 'user', content: 'Look.' },
    { role: 'assistant', content: '', calls, ...(reasoning && { reasoning }) },
    { role: 'tool', callId: calls[0]?.id ?? '', content: 'A map.' },
  ];
};

const CALL = { tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } }] };
const ANSWER: Replay = [piece({ content: 'Paris.' }, 'stop')];

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

  test('thoughts are part of an answer that nobody counted', async () => {
    await using server = await replaying([
      piece({ reasoning_content: 'one two three four' }),
      piece({ content: 'a' }, 'stop'),
    ]);
    expect((await asked(server.url, 'openai', {})).at(-1)).toMatchObject({ usage: { completionTokens: 5 } });
  });
});

describe('a model that thinks behind Anthropic’s API', () => {
  const start = { type: 'message_start', message: { id: 'msg_1', model: 'm', usage: { input_tokens: 9 } } };
  const opened = (index: number, content_block: object) => ({ type: 'content_block_start', index, content_block });
  const more = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta });
  const closed = (index: number) => ({ type: 'content_block_stop', index });
  const end = { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } };
  const use = { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} };
  const signed = (thinking: string, signature: string) => ({ type: 'thinking', thinking, signature });
  const hidden = { type: 'redacted_thinking', data: 'b3BhcXVl' };
  const thinking = (thoughts: object[]): object[] => [
    start,
    ...thoughts,
    opened(7, use),
    closed(7),
    end,
    { type: 'message_stop' },
  ];

  test.each([
    [
      'in pieces, with a signature',
      [
        opened(0, signed('', '')),
        more(0, { type: 'thinking_delta', thinking: 'France, ' }),
        more(0, { type: 'thinking_delta', thinking: 'so Paris.' }),
        more(0, { type: 'signature_delta', signature: 'c2ln' }),
        closed(0),
      ],
      'France, so Paris.',
      [signed('France, so Paris.', 'c2ln')],
    ],
    ['that is hidden', [opened(0, hidden), closed(0)], '', [hidden]],
    [
      'that is signed without its words',
      [opened(0, signed('', '')), more(0, { type: 'signature_delta', signature: 'c2ln' }), closed(0)],
      '',
      [signed('', 'c2ln')],
    ],
    [
      'of several, one of them hidden',
      [
        opened(0, signed('alpha', 'QQ==')),
        closed(0),
        opened(1, hidden),
        closed(1),
        opened(2, signed('beta', 'Qg==')),
        closed(2),
      ],
      'alpha\n\nbeta',
      [signed('alpha', 'QQ=='), hidden, signed('beta', 'Qg==')],
    ],
    [
      'with an empty signature',
      [opened(0, signed('Hm.', '')), closed(0)],
      'Hm.',
      [{ type: 'thinking', thinking: 'Hm.' }],
    ],
  ] as [string, object[], string, object[]][])(
    'G7: a thought %s goes back unchanged before the call',
    async (_name, thoughts, text, blocks) => {
      await using server = await replaying(thinking(thoughts), ANSWER);
      const events = await asked(server.url, 'anthropic', {});
      expect(reasoningOf(events)?.text ?? '').toBe(text);
      await asked(server.url, 'anthropic', { messages: loopOf(events) }).catch(() => undefined);
      expect(server.bodies[1]?.messages[1]).toEqual({ role: 'assistant', content: [...blocks, use] });
    },
  );

  test('G7: Claude gets no thought that it has not signed', async () => {
    await using server = await replaying(thinking([]));
    const messages: ChatMessage[] = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Yes?', reasoning: { text: 'Hm.' } },
      { role: 'user', content: 'Well' },
    ];
    await asked(server.url, 'anthropic', { messages, model: 'claude-opus-5' });
    expect(server.bodies[0]?.messages[1]).toEqual({ role: 'assistant', content: 'Yes?' });
  });
});
