import { expect, test } from 'vitest';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. G27 and G45 together: what an answer held can be sent back. */

const here = inV1();

const NAME = 'functions.look up';
const parameters = { type: 'object' as const, properties: {} };
const calls = () =>
  here.artel.model.script({ tool_calls: [{ id: 'call_1', name: NAME, arguments: {} }] }, { text: 'Oh.' });
const question = { role: 'user' as const, content: 'Go.' };
const upstream = () => here.artel.model.requests.at(-1)?.body as { messages: object[] };
const expectCallAndResult = () =>
  expect(upstream().messages).toMatchObject([
    question,
    { role: 'assistant', tool_calls: [{ function: { name: expect.stringMatching(/^functions_look_up_\w{6}$/) } }] },
    { role: 'tool', content: 'No such tool.' },
  ]);

test('G45: a call of a tool that nobody offered comes back by chat completions', async () => {
  calls();
  const tools = [{ type: 'function' as const, function: { name: 'look', parameters } }];
  const ask = { model: 'gpt-4.1', tools, stream: false as const };
  const { choices } = await here.clients.openai.chat.completions.create({ ...ask, messages: [question] });
  expect(choices[0]?.message.tool_calls).toMatchObject([{ function: { name: NAME } }]);
  const result = { role: 'tool' as const, tool_call_id: 'call_1', content: 'No such tool.' };
  await here.clients.openai.chat.completions.create({ ...ask, messages: [question, choices[0]!.message, result] });
  expectCallAndResult();
});

test('G45: a call of a tool that nobody offered comes back by responses, repeated or by reference', async () => {
  const tools = [{ type: 'function' as const, name: 'look', parameters, strict: false }];
  const ask = { model: 'gpt-4.1', tools, stream: false as const };
  const result = { type: 'function_call_output' as const, call_id: 'call_1', output: 'No such tool.' };
  for (const kind of ['repeated', 'item', 'response']) {
    calls();
    const { id, output } = await here.clients.openai.responses.create({ ...ask, input: [question] });
    expect(output).toMatchObject([{ type: 'function_call', name: NAME }]);
    const again = {
      repeated: { input: [question, ...output, result] },
      item: { input: [question, { type: 'item_reference', id: output[0]?.id }, result] },
      response: { input: [result], previous_response_id: id },
    }[kind];
    await here.clients.openai.responses.create({ ...ask, ...again } as never);
    expectCallAndResult();
  }
});

test('G45: a call of a tool that nobody offered comes back by messages', async () => {
  calls();
  const ask = { model: 'gpt-4.1', max_tokens: 100, tools: [{ name: 'look', input_schema: parameters }] };
  const { content } = await here.clients.anthropic.messages.create({ ...ask, messages: [question] });
  expect(content).toMatchObject([{ type: 'tool_use', name: NAME }]);
  const result = { type: 'tool_result' as const, tool_use_id: 'call_1', content: 'No such tool.' };
  await here.clients.anthropic.messages.create({
    ...ask,
    messages: [question, { role: 'assistant', content }, { role: 'user', content: [result] }],
  });
  expectCallAndResult();
});
