import Anthropic from '@anthropic-ai/sdk';
import { OpenAI } from 'openai';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ModelEvent, Reasoning } from '../../../../shared/gateway/index.ts';
import {
  type AnswerWriter,
  anthropicMessage,
  ChatWriter,
  chatBody,
  chatCompletion,
  collect,
  MessageWriter,
  messagesBody,
  messagesOf,
  ResponsesWriter,
  requestFromChat,
  requestFromMessages,
  wholeResponse,
} from '../../../../shared/protocols/index.ts';
import { knownItem } from '../../../../shared/protocols/openai/responses-items.ts';

const head = { id: 'id_1', created: 1, model: 'any', requestId: 'req-1' };
const body = { model: 'any', input: 'Hello' };
const clock = { now: () => 2_000 };
const messages = [{ role: 'user' as const, content: 'Hello' }];

const signed = { type: 'thinking', thinking: 'France, so Paris.', signature: 'c2ln' };
const hidden = { type: 'redacted_thinking', data: 'b3BhcXVl' };
const call = { id: 'call_1', name: 'look', arguments: '{}' };
const usage = {
  promptTokens: 1_320,
  cacheReadTokens: 1_000,
  cacheWriteTokens: 300,
  hourCacheWriteTokens: 200,
  completionTokens: 50,
  reasoningTokens: 30,
  estimated: false,
};
const end: ModelEvent = { kind: 'end', finish: 'tool_calls', model: 'any', usage };
const ofClaude: ModelEvent[] = [
  { kind: 'reasoning', text: 'France, ' },
  { kind: 'reasoning', text: 'so Paris.' },
  { kind: 'reasoning', text: '', native: { kind: 'anthropic', data: signed, origin: 'o' } },
  { kind: 'reasoning', text: '', native: { kind: 'anthropic', data: hidden, origin: 'o' } },
  { kind: 'text', text: 'It is Paris.' },
  { kind: 'call', call },
  end,
];
const details = [{ type: 'reasoning.text', text: 'Hm.', signature: 'c2ln', index: 0 }];
const ofOther: ModelEvent[] = [
  { kind: 'reasoning', text: 'Hm.' },
  { kind: 'reasoning', text: '', native: { kind: 'openai', data: { reasoning: 'Hm.', reasoning_details: details } } },
  { kind: 'call', call },
  end,
];

async function* all(events: ModelEvent[]) {
  yield* events;
}
const written = (writer: AnswerWriter, events: ModelEvent[]): string =>
  writer.begin() + events.map((event) => writer.write(event)).join('');
const answeredBy =
  (text: string): typeof fetch =>
  async () =>
    new Response(text, { headers: { 'content-type': 'text/event-stream' } });
const openai = (text: string) => new OpenAI({ apiKey: 'any', fetch: answeredBy(text), maxRetries: 0 });

/** The message that an official client has read from a stream. */
const read = {
  chat: async (events: ModelEvent[]) => {
    const stream = openai(written(new ChatWriter(head, true), events)).chat.completions.stream({
      model: 'any',
      messages,
    });
    return stream.finalChatCompletion();
  },
  responses: (events: ModelEvent[]) =>
    openai(written(new ResponsesWriter(head, body, clock), events))
      .responses.stream(body)
      .finalResponse(),
  messages: (events: ModelEvent[]) => {
    const client = new Anthropic({
      apiKey: 'any',
      fetch: answeredBy(written(new MessageWriter(head, 9), events)),
      maxRetries: 0,
    });
    return client.messages.stream({ model: 'any', max_tokens: 9, messages }).finalMessage();
  },
};

const thoughtOf = ([message]: { role: string; reasoning?: Reasoning }[]) => message?.reasoning;

describe('an answer with thoughts', () => {
  test('G7: an answer of Claude’s has its thoughts in Anthropic’s API as they were, whole and streamed, and takes them back', async () => {
    const whole = anthropicMessage(head, await collect(all(ofClaude)));
    const streamed = await read.messages(ofClaude);
    for (const { content } of [whole, streamed]) {
      expect(content).toMatchObject([signed, hidden, { type: 'text', text: 'It is Paris.' }, { type: 'tool_use' }]);
    }
    const back = requestFromMessages(
      messagesBody.parse({ model: 'any', max_tokens: 9, messages: [{ role: 'assistant', content: whole.content }] }),
    );
    expect(thoughtOf(back.call.messages as { role: string }[])).toEqual({
      text: 'France, so Paris.',
      native: [
        { kind: 'anthropic', data: signed },
        { kind: 'anthropic', data: hidden },
      ],
    });
  });

  test('G7: an answer of another maker’s has its thoughts in Anthropic’s API without a signature, and takes the words back', async () => {
    const whole = anthropicMessage(head, await collect(all(ofOther)));
    for (const { content } of [whole, await read.messages(ofOther)]) {
      expect(content[0]).toEqual({ type: 'thinking', thinking: 'Hm.', signature: '' });
    }
    const back = requestFromMessages(
      messagesBody.parse({ model: 'any', max_tokens: 9, messages: [{ role: 'assistant', content: whole.content }] }),
    );
    expect(thoughtOf(back.call.messages as { role: string }[])).toEqual({ text: 'Hm.' });
  });

  test('G7: an answer has its thoughts in chat completions, whole and streamed, and takes them back', async () => {
    const whole = chatCompletion(head, await collect(all(ofOther))).choices[0]?.message;
    expect(whole).toMatchObject({ content: null, reasoning_content: 'Hm.', reasoning_details: details });
    const streamed = written(new ChatWriter(head, true), ofOther);
    expect(streamed).toContain('"delta":{"reasoning_content":"Hm."}');
    expect(streamed).toContain(`"delta":{"reasoning_details":${JSON.stringify(details)}}`);
    const back = requestFromChat(chatBody.parse({ model: 'any', messages: [whole] }));
    expect(thoughtOf(back.call.messages as { role: string }[])).toEqual({
      text: 'Hm.',
      native: [{ kind: 'openai', data: { reasoning_content: 'Hm.', reasoning_details: details } }],
    });
  });

  test.each([
    ['Claude’s', ofClaude],
    ['another maker’s', ofOther],
  ])(
    'G7: an answer of %s has its thoughts as items of the Responses API, and takes them back',
    async (_name, events) => {
      const native = events.flatMap((event) => (event.kind === 'reasoning' && event.native ? [event.native] : []));
      const text = events.map((event) => (event.kind === 'reasoning' ? event.text : '')).join('');
      const whole = wholeResponse(head, body, await collect(all(events)), 2);
      const streamed = await read.responses(events);
      for (const output of [whole.output, streamed.output as unknown as typeof whole.output]) {
        const back = messagesOf(z.array(knownItem).parse(output));
        expect(thoughtOf(back as { role: string }[])).toEqual({ text, native });
      }
      expect(streamed.output[0]).toMatchObject({ type: 'reasoning', summary: [{ type: 'summary_text', text }] });
    },
  );

  test('an item whose thoughts are another service’s has its words alone', () => {
    const item = { type: 'reasoning', id: 'rs_1', status: null, summary: [{ type: 'summary_text', text: 'Hm.' }] };
    for (const encrypted_content of [
      'gAAAAA',
      'artel1.x',
      `artel1.${Buffer.from('[{"kind":"x"}]').toString('base64url')}`,
    ]) {
      const input = [
        { ...item, encrypted_content },
        { role: 'assistant', content: 'Yes?' },
      ];
      const back = messagesOf(z.array(knownItem).parse(input));
      expect(thoughtOf(back as { role: string }[])).toEqual({ text: 'Hm.' });
    }
  });
});

describe('a refusal in the model’s own words', () => {
  const events: ModelEvent[] = [
    { kind: 'refusal', text: 'I ' },
    { kind: 'refusal', text: 'cannot.' },
    { kind: 'end', finish: 'content_filter', cause: 'stop', model: 'any', usage },
  ];

  test('a refusal has its own field in chat completions, and no end that clients take for an error', async () => {
    const whole = chatCompletion(head, await collect(all(events))).choices[0];
    for (const choice of [whole, (await read.chat(events)).choices[0]]) {
      expect(choice).toMatchObject({ finish_reason: 'stop', message: { refusal: 'I cannot.' } });
      expect(choice?.message.content || null).toBeNull();
    }
  });

  test('a refusal is a part of its own in the Responses API', async () => {
    const whole = wholeResponse(head, body, await collect(all(events)), 2);
    for (const response of [whole, await read.responses(events)]) {
      expect(response).toMatchObject({
        status: 'completed',
        output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'I cannot.' }] }],
      });
    }
  });

  test('a refusal is text in Anthropic’s API, whose end says what it is', async () => {
    const whole = anthropicMessage(head, await collect(all(events)));
    for (const message of [whole, await read.messages(events)])
      expect(message).toMatchObject({ stop_reason: 'refusal', content: [{ type: 'text' }] });
  });
});

describe('usage', () => {
  test('G8: usage by its parts is told in every protocol, in its own terms', async () => {
    const said = await collect(all(ofClaude));
    const anthropic = {
      input_tokens: 20,
      cache_read_input_tokens: 1_000,
      cache_creation_input_tokens: 300,
      cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
      output_tokens: 50,
      output_tokens_details: { thinking_tokens: 30 },
    };
    expect(anthropicMessage(head, said).usage).toEqual(anthropic);
    expect((await read.messages(ofClaude)).usage).toMatchObject({ output_tokens: 50, cache_read_input_tokens: 1_000 });
    const chat = {
      prompt_tokens: 1_320,
      completion_tokens: 50,
      total_tokens: 1_370,
      prompt_tokens_details: { cached_tokens: 1_000, cache_write_tokens: 300 },
      completion_tokens_details: { reasoning_tokens: 30 },
    };
    expect(chatCompletion(head, said).usage).toEqual(chat);
    expect((await read.chat(ofClaude)).usage).toEqual(chat);
    const responses = {
      input_tokens: 1_320,
      input_tokens_details: { cached_tokens: 1_000, cache_write_tokens: 300 },
      output_tokens: 50,
      output_tokens_details: { reasoning_tokens: 30 },
      total_tokens: 1_370,
    };
    expect(wholeResponse(head, body, said, 2).usage).toEqual(responses);
    expect((await read.responses(ofClaude)).usage).toEqual(responses);
  });
});

test('G37: a plain text block has no citations, as in the real API', async () => {
  const events: ModelEvent[] = [{ kind: 'text', text: 'Hello' }, { ...end, finish: 'stop' } as ModelEvent];
  expect(anthropicMessage(head, await collect(all(events))).content).toEqual([{ type: 'text', text: 'Hello' }]);
  expect(written(new MessageWriter(head, 3), events)).not.toContain('citations');
});

test('a stop sequence that ended an answer is told with its text', async () => {
  const events: ModelEvent[] = [
    { kind: 'text', text: 'One' },
    { ...end, finish: 'stop', stopSequence: ', two' } as ModelEvent,
  ];
  const told = { stop_reason: 'stop_sequence', stop_sequence: ', two' };
  expect(anthropicMessage(head, await collect(all(events)))).toMatchObject(told);
  expect(await read.messages(events)).toMatchObject(told);
});

test('G8: a client’s marks for the cache are carried, and hold for whole messages where they stand last', () => {
  const mark = { cache_control: { type: 'ephemeral' } };
  const { messages: carried, tools } = requestFromMessages(
    messagesBody.parse({
      model: 'any',
      max_tokens: 9,
      system: [
        { type: 'text', text: 'A book.', cache_control: { type: 'ephemeral', ttl: '1h' } },
        { type: 'text', text: 'A day.' },
      ],
      tools: [{ name: 'look', input_schema: { type: 'object' }, ...mark }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'One', ...mark },
            { type: 'text', text: 'Two' },
          ],
        },
        { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'look', input: {}, ...mark }] },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't1', content: 'map', ...mark },
            { type: 'text', text: 'So?', ...mark },
          ],
        },
      ],
    }),
  ).call;
  expect(tools).toMatchObject([{ name: 'look', cache: {} }]);
  expect(carried).toEqual([
    { role: 'system', content: 'A book.', cache: { ttl: '1h' } },
    { role: 'system', content: 'A day.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'One', cache: {} },
        { type: 'text', text: 'Two' },
      ],
    },
    { role: 'assistant', content: '', calls: [{ id: 't1', name: 'look', arguments: '{}' }], cache: {} },
    { role: 'tool', callId: 't1', content: 'map', cache: {} },
    { role: 'user', content: 'So?', cache: {} },
  ]);
});
