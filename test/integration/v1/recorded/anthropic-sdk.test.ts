import { expect, test } from 'vitest';
import { calls, inRecorded, parameters, question, resultOf, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { says, upstream, messages } = inRecorded();

test('G26: documents of text reach the model as text', async () => {
  says();
  const blocks = [
    { type: 'document', title: 'Notes', source: { type: 'text', media_type: 'text/plain', data: 'It rains.' } },
    { type: 'document', source: { type: 'content', content: [{ type: 'text', text: 'It snows.' }] } },
    { type: 'search_result', title: 'Oslo', source: 'weather.example', content: [{ type: 'text', text: '18' }] },
    { type: 'text', text: 'Which?' },
  ];
  expect(await messages({ messages: [{ role: 'user', content: blocks }] })).toMatchObject(taken);
  const content = 'Notes\nIt rains.\nIt snows.\nOslo\nweather.example\n18\nWhich?';
  expect(upstream().messages).toEqual([{ role: 'user', content }]);
});

test('G26: a picture in a tool’s result is shown after the results', async () => {
  says();
  const source = { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' };
  const content = [
    { type: 'text', text: 'A map:' },
    { type: 'image', source },
  ];
  const history = [question, { role: 'assistant', content: [calls.messages] }, resultOf(content)];
  expect(await messages({ messages: history })).toMatchObject(taken);
  const [, , tool, user] = upstream().messages;
  expect(tool).toMatchObject({ role: 'tool', tool_call_id: 'toolu_1', content: expect.stringContaining('A map:') });
  expect(user).toMatchObject({
    role: 'user',
    content: [{ type: 'text' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }],
  });
});

test('G40: tools that only Anthropic can run are left out and named', async () => {
  says();
  const tools = [
    { type: 'web_search_20260209', name: 'web_search', max_uses: 5 },
    { type: 'custom', name: 'weather', input_schema: parameters },
  ];
  expect(await messages({ tools })).toMatchObject({ ...taken, ignored: 'tools[web_search_20260209]' });
  expect(upstream().tools).toMatchObject([{ function: { name: 'weather' } }]);
});
