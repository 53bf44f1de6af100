import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../shared/gateway/index.ts';
import { replaying } from '../replay-server.ts';
import { ANSWER, asked, loopOf, reasoningOf } from './asking.ts';

describe('a model that thinks behind Anthropic’s API', () => {
  const start = { type: 'message_start', message: { id: 'msg_1', model: 'm', usage: { input_tokens: 9 } } };
  const opened = (index: number, content_block: object) => ({ type: 'content_block_start', index, content_block });
  const more = (index: number, delta: object) => ({ type: 'content_block_delta', index, delta });
  const closed = (index: number) => ({ type: 'content_block_stop', index });
  const end = { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } };
  const at = (index: number) => (event: object) => ({ ...event, index });
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

  test('G7: a thought that Claude takes for changed is left out, then and in every later call', async () => {
    const message = 'messages.1.content.0: Invalid `signature` in `thinking` block';
    const refusal = { status: 400, error: { type: 'invalid_request_error', message } };
    const thought = [opened(0, signed('Hm.', '')), more(0, { type: 'signature_delta', signature: 'b2xk' }), closed(0)];
    await using server = await replaying(thinking(thought), refusal, thinking([]), thinking([]));
    const messages = loopOf(await asked(server.url, 'anthropic', {}));
    for (let call = 0; call < 2; call += 1) {
      expect((await asked(server.url, 'anthropic', { messages })).at(-1)).toMatchObject({ kind: 'end' });
    }
    const first = { role: 'assistant', content: [signed('Hm.', 'b2xk'), use] };
    const without = { role: 'assistant', content: [use] };
    expect(server.bodies.slice(1).map((body) => body.messages[1])).toEqual([first, without, without]);
  });

  const words = more(0, { type: 'thinking_delta', thinking: 'Hm.' });
  const signature = more(0, { type: 'signature_delta', signature: 'c2ln' });
  const said = [opened(1, { type: 'text', text: '' }), more(1, { type: 'text_delta', text: 'Paris.' })];
  const close = [
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } },
    { type: 'message_stop' },
  ];
  test.each([
    ['is not stopped before the next block', [opened(0, signed('', '')), words, signature, ...said, ...close]],
    [
      'is not stopped before words that nothing begins',
      [opened(0, signed('', '')), words, signature, said[1]!, ...close],
    ],
    ['is neither begun nor stopped', [words, signature, ...said, ...close]],
    [
      'is not stopped before the end',
      [...said.map(at(0)), opened(1, signed('', '')), ...[words, signature].map(at(1)), ...close],
    ],
    [
      'is not stopped by a server that says nothing of the end',
      [opened(0, signed('', '')), words, signature, ...said, close[1]!],
    ],
    ['is all there is, and ends with the stream', [opened(0, signed('', '')), words, signature, close[1]!]],
  ])('G7: a thought that %s is whole, once, and signed', async (_name, events) => {
    await using server = await replaying([start, ...events]);
    const thoughts = (await asked(server.url, 'anthropic', {})).filter(({ kind }) => kind === 'reasoning');
    expect(thoughts).toMatchObject([{ text: 'Hm.' }, { text: '', native: { data: signed('Hm.', 'c2ln') } }]);
  });

  test('G7: a thought is over before the words that follow it, though its server does not say so', async () => {
    await using server = await replaying([start, opened(0, signed('', '')), words, said[1]!, ...close]);
    const events = await asked(server.url, 'anthropic', {});
    expect(events.map((event) => ('native' in event ? 'native' : event.kind))).toEqual([
      ...['reasoning', 'native', 'text', 'end'],
    ]);
  });

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
