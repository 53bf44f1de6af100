import { expect, test } from 'vitest';
import type { ModelEvent } from '../../../../shared/gateway/index.ts';
import { anthropicMessage } from '../../../../shared/protocols/anthropic/message.ts';
import { MessageWriter } from '../../../../shared/protocols/anthropic/message-writer.ts';
import { messagesBody } from '../../../../shared/protocols/anthropic/request.ts';
import { collect } from '../../../../shared/protocols/collect.ts';

const head = { id: 'msg_1', model: 'm', requestId: 'req_1' };
const usage = { promptTokens: 2, completionTokens: 1, estimated: false };

async function* endingBy(stopSequence?: string): AsyncGenerator<ModelEvent> {
  yield { kind: 'text', text: 'One, two' };
  yield { kind: 'end', finish: 'stop', usage, model: 'm', ...(stopSequence !== undefined && { stopSequence }) };
}

test.each([
  [', three', { stop_reason: 'stop_sequence', stop_sequence: ', three' }],
  [undefined, { stop_reason: 'end_turn', stop_sequence: null }],
])('G9: an answer that %j ended says so, whole and streamed', async (sequence, expected) => {
  expect(anthropicMessage(head, await collect(endingBy(sequence)))).toMatchObject(expected);
  const writer = new MessageWriter(head, 2);
  let streamed = '';
  for await (const event of endingBy(sequence)) streamed += writer.write(event);
  const [, last = ''] = /^data: (.*message_delta.*)$/m.exec(streamed) ?? [];
  expect(JSON.parse(last).delta).toMatchObject(expected);
});

test('G9: a request may have five stop sequences', () => {
  const stop_sequences = ['a', 'b', 'c', 'd', 'e'];
  const body = { model: 'm', max_tokens: 5, messages: [{ role: 'user', content: 'Count' }], stop_sequences };
  expect(messagesBody.parse(body)).toMatchObject({ stop_sequences });
});
