import { expect, test } from 'vitest';
import { inRecorded, question, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { says, upstream, chat } = inRecorded();

test('G38: parts of earlier answers may carry what OpenAI’s Agents SDK adds to them', async () => {
  const whole = { type: 'text', text: 'Cold.', role: 'assistant', refusal: null, annotations: [] };
  const streamed = { type: 'text', text: 'Very.', annotations: [] };
  for (const part of [whole, streamed]) {
    says();
    const answer = await chat([question, { role: 'assistant', content: [part] }, question], {
      reasoning_effort: 'low',
      verbosity: 'low',
    });
    expect(answer).toMatchObject({ ...taken, ignored: expect.stringContaining('messages[].content[].annotations') });
    expect(upstream().messages[1]).toEqual({ role: 'assistant', content: part.text });
  }
});
