import Anthropic from '@anthropic-ai/sdk';
import fc from 'fast-check';
import { OpenAI } from 'openai';
import { describe, expect, test } from 'vitest';
import type { ModelEvent } from '../../../../shared/gateway/index.ts';
import {
  type AnswerWriter,
  apiFailureOf,
  ChatWriter,
  MessageWriter,
  ResponsesWriter,
} from '../../../../shared/protocols/index.ts';

const head = { id: 'id_1', created: 1, model: 'any', requestId: 'req-1' };
const clock = { now: () => 2_000 };
const body = { model: 'any', input: 'Hello' };
const writers: Record<string, () => AnswerWriter> = {
  chat: () => new ChatWriter(head, true),
  responses: () => new ResponsesWriter(head, body, clock),
  messages: () => new MessageWriter(head, 3),
};

/** The official clients read what the writer wrote: their `fetch` is answered with it. */
const answeredBy =
  (text: string): typeof fetch =>
  async () =>
    new Response(text, { headers: { 'content-type': 'text/event-stream' } });

const messages = [{ role: 'user' as const, content: 'Hello' }];
type Read = { text: string; calls: string[] };
const readers: Record<string, (text: string) => Promise<Read>> = {
  chat: async (text) => {
    const client = new OpenAI({ apiKey: 'any', fetch: answeredBy(text), maxRetries: 0 });
    const completion = await client.chat.completions.stream({ model: 'any', messages }).finalChatCompletion();
    const message = completion.choices[0]?.message;
    const calls = (message?.tool_calls ?? []).map((call) => (call.type === 'function' ? call.function.arguments : ''));
    return { text: message?.content ?? '', calls };
  },
  responses: async (text) => {
    const client = new OpenAI({ apiKey: 'any', fetch: answeredBy(text), maxRetries: 0 });
    const response = await client.responses.stream({ model: 'any', input: 'Hello' }).finalResponse();
    const calls = response.output.flatMap((item) => (item.type === 'function_call' ? [item.arguments] : []));
    return { text: response.output_text, calls };
  },
  messages: async (text) => {
    const client = new Anthropic({ apiKey: 'any', fetch: answeredBy(text), maxRetries: 0 });
    const message = await client.messages.stream({ model: 'any', max_tokens: 9, messages }).finalMessage();
    const words = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
    const calls = message.content.flatMap((block) => (block.type === 'tool_use' ? [JSON.stringify(block.input)] : []));
    return { text: words.join(''), calls };
  },
};

const written = (writer: AnswerWriter, events: (ModelEvent | 'heartbeat')[]): string =>
  writer.begin() + events.map((event) => (event === 'heartbeat' ? writer.heartbeat() : writer.write(event))).join('');

const textsOf = (text: string, cuts: number[]): ModelEvent[] => {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((one, other) => one - other);
  const ends = [...places, text.length];
  return ends
    .map((end, place) => text.slice(places[place - 1] ?? 0, end))
    .filter((piece) => piece !== '')
    .map((piece) => ({ kind: 'text', text: piece.toWellFormed() }));
};

const end: ModelEvent = {
  kind: 'end',
  finish: 'stop',
  model: 'any',
  usage: { promptTokens: 1, completionTokens: 1, estimated: false },
};

describe.each(Object.keys(writers))('the official client of %s', (name) => {
  const make = writers[name] as () => AnswerWriter;
  const read = readers[name] as (text: string) => Promise<Read>;

  test(`the official client of ${name} reads the same text and calls, however they were split and paused`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 8 }),
        fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.string(), { maxKeys: 2, noNullPrototype: true }), {
          maxLength: 2,
        }),
        async (text, cuts, inputs) => {
          const pieces = textsOf(text, cuts);
          const said = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
          const calls = inputs.map(
            (input, place): ModelEvent => ({
              kind: 'call',
              call: { id: `call_${place}`, name: 'tool', arguments: JSON.stringify(input) },
            }),
          );
          const events = [...pieces, ...calls].flatMap((event) => [event, 'heartbeat' as const]);
          const got = await read(written(make(), [...events, end]));
          expect(got).toEqual({ text: said, calls: inputs.map((input) => JSON.stringify(input)) });
        },
      ),
      { numRuns: 60 },
    );
  });

  test(`the official client of ${name} throws what went wrong midway`, async () => {
    const writer = make();
    const begun = written(writer, [{ kind: 'text', text: 'Half' }]);
    await expect(read(begun + writer.fail(apiFailureOf(new Error('secret'))))).rejects.toThrow(
      'Something went wrong on our side.',
    );
  });
});
