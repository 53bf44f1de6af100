import { expect, test } from 'vitest';
import { calls, inRecorded, question, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { says, upstream, chat } = inRecorded();

test('G36: a tool’s message may carry the tool’s name, as LangChain sends it', async () => {
  says();
  const system = { role: 'system', content: [{ type: 'text', text: 'Be brief.' }] };
  const model = { role: 'assistant', content: '', name: 'model', tool_calls: [calls.chat] };
  const tool = { role: 'tool', name: 'weather', tool_call_id: 'call_1', content: '18' };
  expect(await chat([system, question, model, tool])).toMatchObject({ ...taken, ignored: null });
  expect(upstream().messages.at(-1)).toEqual({ role: 'tool', tool_call_id: 'call_1', content: '18' });
});
