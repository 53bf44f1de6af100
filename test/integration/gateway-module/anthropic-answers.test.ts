import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { look } from './anthropic-asking.ts';
import { failureOf, textOf } from './asking.ts';
import { inAnthropic } from './in-models.ts';

const here = inAnthropic();

describe('an answer', () => {
  test('an answer is its text in pieces and one end, with cached tokens counted as prompt', async () => {
    const usage = { input_tokens: 7, cache_creation_input_tokens: 20, cache_read_input_tokens: 300, output_tokens: 4 };
    here.model.script({ text: 'Good day to you', usage });
    const events = await here.ask();
    expect(textOf(events)).toBe('Good day to you');
    expect(events.length).toBeGreaterThan(2);
    expect(events.at(-1)).toEqual({
      kind: 'end',
      finish: 'stop',
      cause: 'end_turn',
      usage: {
        promptTokens: 327,
        cacheReadTokens: 300,
        cacheWriteTokens: 20,
        completionTokens: 4,
        estimated: false,
      },
      model: 'claude-opus-5-5',
      id: 'msg_scripted',
    });
  });

  test('a call sends the key and the version to the same URL whether or not the address ends in /v1', async () => {
    for (const path of ['', '/', '/v1', '/v1/']) {
      here.model.script({ text: 'Yes' });
      await here.ask({}, { path });
      expect(here.last()).toMatchObject({
        path: '/v1/messages',
        headers: { 'x-api-key': 'sk-ant-secret', 'anthropic-version': '2023-06-01' },
        body: { model: 'claude-opus-5-5', stream: true },
      });
    }
    here.model.script({ text: 'Yes' });
    await here.ask({}, { apiKey: '' });
    expect(here.last().headers).not.toHaveProperty('x-api-key');
  });

  test('an answer leaves out the model’s thinking', async () => {
    here.model.script({ thinking: 'Hm, let me think.', text: 'Tea.' });
    expect(textOf(await here.ask())).toBe('Tea.');
  });

  test('an answer has its calls whole, after its text and before its end', async () => {
    const tool_uses = [
      { id: 'toolu_1', name: 'look', input: { word: 'чай' } },
      { id: 'toolu_2', name: 'look', input: {} },
    ];
    here.model.script({ thinking: 'Hm.', text: 'Let me see', tool_uses, chunks: 'odd' });
    const events = await here.ask({ tools: [look] });
    expect(textOf(events)).toBe('Let me see');
    expect(events.slice(-3)).toMatchObject([
      { kind: 'call', call: { id: 'toolu_1', name: 'look', arguments: '{"word":"чай"}' } },
      { kind: 'call', call: { id: 'toolu_2', name: 'look', arguments: '{}' } },
      { kind: 'end', finish: 'tool_calls' },
    ]);
  });

  test('an answer that arrives whole although a stream was requested is the same', async () => {
    const tool_uses = [{ id: 'toolu_1', name: 'look', input: { word: 'tea' } }];
    const reply = { thinking: 'Hm.', text: 'Let me see', tool_uses };
    here.model.script(reply, { ...reply, unstreamed: true });
    const [streamed, whole] = [await here.ask({ tools: [look] }), await here.ask({ tools: [look] })];
    expect(textOf(whole)).toBe(textOf(streamed));
    expect(whole.slice(-2)).toEqual(streamed.slice(-2));
  });

  test('a JSON answer of an older model, made as a tool call, is returned as text', async () => {
    const input = { city: 'Rome', note: 'Рим' };
    const format = { name: 'place', schema: { type: 'object', properties: {} } };
    for (const unstreamed of [false, true]) {
      here.model.script({ tool_uses: [{ name: 'answer_in_json', input }], chunks: 'odd', unstreamed });
      const events = await here.ask({ model: 'claude-3-5-haiku-latest', responseFormat: format });
      expect(JSON.parse(textOf(events))).toEqual(input);
      expect(events.at(-1)).toMatchObject({ kind: 'end', finish: 'stop' });
      expect(events.some(({ kind }) => kind === 'call')).toBe(false);
    }
  });

  test.each([
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['refusal', 'content_filter'],
    ['pause_turn', 'stop'],
    ['tired', 'stop'],
  ])('an answer ended by %s ends by %s', async (stop_reason, finish) => {
    here.model.script({ text: 'Well', stop_reason });
    expect((await here.ask()).at(-1)).toMatchObject({ kind: 'end', finish });
  });

  test('G4: an answer that reached its length limit within a call has its text and no call', async () => {
    here.model.script({ text: 'Let me see', tool_uses: [{ name: 'look', input: '{"wo' }], stop_reason: 'max_tokens' });
    const events = await here.ask({ tools: [look] });
    expect(textOf(events)).toBe('Let me see');
    expect(events.at(-1)).toMatchObject({ kind: 'end', finish: 'length' });
    expect(events.some(({ kind }) => kind === 'call')).toBe(false);
  });

  test('an answer is the same however its bytes are divided', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', ' ', 'ж', '皆', '👩‍👩‍👧', '🙂', '"', '\\', '\n'),
      minLength: 1,
      maxLength: 12,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(words, words, sizes, async (text, word, chunks) => {
        const tool_uses = [{ id: 'toolu_1', name: 'look', input: { word } }];
        here.model.script({ thinking: word, text, tool_uses, chunks });
        const events = await here.ask({ tools: [look] });
        expect(textOf(events)).toBe(text);
        expect(events.at(-2)).toEqual({
          kind: 'call',
          call: { id: 'toolu_1', name: 'look', arguments: JSON.stringify({ word }) },
        });
        expect(events.every((event) => event.kind !== 'text' || event.text.isWellFormed())).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

const frames = (...events: object[]): string => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
const begin = { type: 'message_start', message: { model: 'm', usage: { input_tokens: 3 } } };
const block = { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Hello' } };
const ending = (stop_reason: string) => ({ type: 'message_delta', delta: { stop_reason } });

describe('a stream', () => {
  test('a stream without usage is counted by our tokenizer, and says so', async () => {
    here.model.script({ raw: frames(begin, block, ending('end_turn')) });
    expect((await here.ask()).at(-1)).toMatchObject({ kind: 'end', usage: { completionTokens: 1, estimated: true } });
  });

  test('a stream that breaks after its stop reason is whole', async () => {
    here.model.script({ raw: `${frames(begin, block, ending('end_turn'))}data: {broken\n\n` });
    expect((await here.ask()).at(-1)).toMatchObject({ kind: 'end', finish: 'stop' });
  });

  test('a stream with unknown events and blocks is read without them', async () => {
    const strange = { type: 'content_block_start', index: 1, content_block: { type: 'dream', text: 'no' } };
    const delta = { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'no' } };
    here.model.script({ raw: frames(begin, { type: 'news' }, block, strange, delta, ending('end_turn')) });
    expect(textOf(await here.ask())).toBe('Hello');
  });

  test('a stream whose arguments come with the start of the call has them', async () => {
    const use = { type: 'tool_use', id: 'a', name: 'look', input: { word: 'tea' } };
    const events = [
      { type: 'content_block_start', index: 0, content_block: use },
      { type: 'content_block_stop', index: 0 },
    ];
    here.model.script({ raw: frames(begin, ...events, ending('tool_use')) });
    expect((await here.ask({ tools: [look] })).at(-2)).toMatchObject({ call: { arguments: '{"word":"tea"}' } });
  });

  test.each([
    ['ends without a stop reason', frames(begin, block), 'cut'],
    ['ends with calls and has none', frames(begin, ending('tool_use')), 'malformed'],
    ['ends within its JSON', `${frames(begin)}data: {"type":\n\n`, 'cut'],
    ['is broken', `${frames(begin)}data: {"type":\n\n${frames(block)}`, 'malformed'],
    ['is no object', 'data: 7\n\n', 'malformed'],
    ['only goes on with a block that has not begun', frames({ ...block, type: 'content_block_delta' }), 'cut'],
    ['begins a block twice and does not end', frames(begin, block, block), 'cut'],
    ['has a number for a text and does not end', frames({ ...block, content_block: { type: 'text', text: 7 } }), 'cut'],
    ['is empty', '', 'malformed'],
    [
      'is too long',
      frames(
        begin,
        ...Array.from({ length: 11 }, (_, index) => ({
          ...block,
          index,
          content_block: { type: 'text', text: 'x'.repeat(100_000) },
        })),
      ),
      'too_long',
    ],
  ])('a stream that %s is no answer', async (_name, raw, reason) => {
    here.model.script({ raw });
    expect((await failureOf(here.ask({ tools: [look] }))).reason).toBe(reason);
  });
});
