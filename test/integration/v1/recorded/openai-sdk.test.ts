import { expect, test } from 'vitest';
import { inRecorded, question, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { here, says, upstream, responses } = inRecorded();

test('G26: a picture in a call’s output is shown after the outputs', async () => {
  says();
  const call = (id: string) => ({ type: 'function_call', call_id: id, name: 'look', arguments: '{}' });
  const picture = { type: 'input_image', image_url: 'https://example.com/cat.png' };
  const outputs = [
    { type: 'function_call_output', call_id: 'a', output: [{ type: 'input_text', text: 'Here:' }, picture] },
    { type: 'function_call_output', call_id: 'b', output: 'none' },
  ];
  expect(await responses({ input: [question, call('a'), call('b'), ...outputs] })).toMatchObject(taken);
  const roles = upstream().messages.map((message) => (message as { role: string }).role);
  expect(roles).toEqual(['user', 'assistant', 'tool', 'tool', 'user']);
  expect(upstream().messages.at(-1)).toMatchObject({ content: [{}, { image_url: { url: picture.image_url } }] });
});

test('G45: a call of a tool that nobody offered is passed on to the client', async () => {
  here.artel.model.script({ tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }] });
  const { choices } = await here.clients.openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'user', content: 'How warm is it?' }],
  });
  expect(choices[0]).toMatchObject({ finish_reason: 'tool_calls', message: { tool_calls: [{ id: 'call_1' }] } });
});
