import { expect, test } from 'vitest';
import { calls, inRecorded, question, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { here, says, upstream, chat } = inRecorded();

test('G27: what an answer of ours held comes back without harm, and unknown fields are named in a header', async () => {
  says();
  const answer = {
    role: 'assistant',
    content: null,
    reasoning_content: 'It is about the weather.',
    function_call: null,
    audio: null,
    tool_calls: [{ ...calls.chat, index: 0, provider_note: 'x' }],
  };
  const result = { role: 'tool', tool_call_id: 'call_1', content: '18', artifact: { big: true } };
  const sent = await chat([question, answer, result], { colour: 'red', 'odd\nname': 1, empty: null });
  expect(sent).toMatchObject(taken);
  const named = sent.ignored?.split(', ') ?? [];
  expect(named).toEqual(expect.arrayContaining(['colour', '?', 'messages[].tool_calls[].provider_note']));
  expect(named).not.toContain('empty');
  expect(sent.headers.get('access-control-expose-headers') ?? 'x-artel-ignored').toContain('x-artel-ignored');
  expect(upstream()).not.toHaveProperty('colour');
});

test('G27: a mark of the byte order before the JSON is no fault', async () => {
  says();
  const { status } = await fetch(`${here.artel.cloud.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${here.clients.key}`, 'content-type': 'application/json' },
    body: `\ufeff${JSON.stringify({ model: 'gpt-4.1', messages: [question] })}`,
  });
  expect(status).toBe(200);
});

test('G44: the highest effort of another API is taken as the highest of this one', async () => {
  says();
  expect(await chat([question], { reasoning_effort: 'max' })).toMatchObject(taken);
  expect(upstream()).toMatchObject({ reasoning_effort: 'xhigh' });
});

test('G28: a picture of a megabyte is taken', async () => {
  says();
  const url = `data:image/png;base64,${Buffer.alloc(1_000_000).toString('base64')}`;
  const content = [
    { type: 'text', text: 'What is it?' },
    { type: 'image_url', image_url: { url } },
  ];
  expect(await chat([{ role: 'user', content }])).toMatchObject(taken);
});

test('G41: 1,000 messages of 2 megabytes are taken, as the tier promises', async () => {
  says();
  const messages = Array.from({ length: 1_000 }, () => ({ role: 'user', content: 'word '.repeat(400) }));
  expect(await chat(messages)).toMatchObject(taken);
});

test('G27: however much has no effect, the header that names it stays short enough for an answer to arrive', async () => {
  says();
  const tools = Array.from({ length: 128 }, (_, index) => ({ type: `${'t'.repeat(60)}${index}` }));
  const answer = await chat([question], { tools });
  expect(answer).toMatchObject(taken);
  expect(answer.ignored?.split(', ').length).toBeGreaterThan(20);
  expect(answer.ignored?.length).toBeLessThan(2_000);
});
