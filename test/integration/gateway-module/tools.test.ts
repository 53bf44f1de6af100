import { describe, expect, test } from 'vitest';
import type { ModelCall, ModelEvent } from '../../../shared/gateway/index.ts';
import { callOf, eventsOf, failureOf, over, textOf } from './asking.ts';
import { inOpenAi } from './in-models.ts';
import { serve } from './raw-server.ts';

const here = inOpenAi();

const look = {
  name: 'look',
  description: 'Looks something up.',
  parameters: { type: 'object', properties: { word: { type: 'string' } } },
};
const asking = (more: Partial<ModelCall> = {}) => callOf({ tools: [look], ...more });
const callsOf = (events: ModelEvent[]) => events.flatMap((event) => (event.kind === 'call' ? [event.call] : []));

test('the calls of an answer come whole, after its text and before its end', async () => {
  here.model.script({
    text: 'Let me see',
    tool_calls: [
      { id: 'call_1', name: 'look', arguments: { word: 'tea' } },
      { id: 'call_2', name: 'look', arguments: { word: 'чай' } },
    ],
    chunks: 'odd',
  });
  const events = await eventsOf(over(here.model.url).chat(asking()));
  expect(textOf(events)).toBe('Let me see');
  expect(events.slice(-3)).toMatchObject([
    { kind: 'call', call: { id: 'call_1', name: 'look', arguments: '{"word":"tea"}' } },
    { kind: 'call', call: { id: 'call_2', name: 'look', arguments: '{"word":"чай"}' } },
    { kind: 'end', finish: 'tool_calls' },
  ]);
});

test('an answer may consist of calls only', async () => {
  here.model.script({ tool_calls: [{ id: 'call_1', name: 'look', arguments: '{}' }] });
  const events = await eventsOf(over(here.model.url).chat(asking()));
  expect(events.map(({ kind }) => kind)).toEqual(['call', 'end']);
});

test('tools, the tool choice and the response format reach the provider', async () => {
  here.model.script({ text: '{}' });
  const schema = { type: 'object', properties: {}, additionalProperties: false };
  await eventsOf(
    over(here.model.url).chat(asking({ toolChoice: { name: 'look' }, responseFormat: { name: 'v', schema } })),
  );
  expect(here.model.requests.at(-1)?.body).toMatchObject({
    tools: [{ type: 'function', function: look }],
    tool_choice: { type: 'function', function: { name: 'look' } },
    response_format: { type: 'json_schema', json_schema: { name: 'v', schema, strict: true } },
  });
});

test('a request without tools sends no tool fields to the provider', async () => {
  here.model.script({ text: 'Yes' });
  await eventsOf(over(here.model.url).chat(callOf({ tools: [], toolChoice: 'auto' })));
  expect(Object.keys(here.model.requests.at(-1)?.body ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/tool/)]),
  );
});

test('requiring a call without offering a tool is a defect of the caller', async () => {
  await expect(eventsOf(over(here.model.url).chat(callOf({ toolChoice: 'required' })))).rejects.toThrow(
    'no tool is offered',
  );
});

test('calls and their results go back to the provider in its own format', async () => {
  here.model.script({ text: 'Tea is a drink' });
  const calls = [{ id: 'call_1', name: 'look', arguments: '{"word":"tea"}' }];
  await eventsOf(
    over(here.model.url).chat(
      asking({
        messages: [
          { role: 'user', content: 'What is tea?' },
          { role: 'assistant', content: '', calls },
          { role: 'tool', callId: 'call_1', content: 'a drink' },
        ],
      }),
    ),
  );
  expect(here.model.requests.at(-1)?.body.messages).toEqual([
    { role: 'user', content: 'What is tea?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"word":"tea"}' } }],
    },
    { role: 'tool', tool_call_id: 'call_1', content: 'a drink' },
  ]);
});

describe('of an answer with calls', () => {
  const events = (...chunks: unknown[]) => [
    ...chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`),
    'data: [DONE]\n\n',
  ];
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    model: 'm',
    choices: [{ index: 0, delta, finish_reason }],
  });
  const calling = (given: string, finish: string | null = null) =>
    chunk({ tool_calls: [{ index: 0, id: 'x', function: { name: 'look', arguments: given } }] }, finish);

  test('calls of an answer that the provider ends by `stop` are passed on', async () => {
    await using server = await serve(events(calling('{}', 'stop')));
    expect(await eventsOf(over(server.url).chat(asking()))).toMatchObject([
      { kind: 'call' },
      { kind: 'end', finish: 'tool_calls' },
    ]);
  });

  test('calls of an answer without usage are counted too', async () => {
    await using server = await serve(events(calling('{"word":"tea"}', 'tool_calls')));
    const end = (await eventsOf(over(server.url).chat(asking()))).at(-1);
    expect(end).toMatchObject({ kind: 'end', usage: { estimated: true } });
    expect(end?.kind === 'end' && end.usage.completionTokens).toBeGreaterThan(4);
  });

  test.each([
    ['that breaks off, no call is passed on', [calling('{"wo')], 'cut'],
    ['that has none after all, nothing is taken for whole', [chunk({}, 'tool_calls')], 'malformed'],
    ['with broken calls in its last chunk, none is passed on', [chunk({ tool_calls: 7 }, 'tool_calls')], 'malformed'],
  ])('of an answer with calls %s', async (_name, chunks, reason) => {
    await using server = await serve(events(...chunks));
    const seen: ModelEvent[] = [];
    const listening = (async () => {
      for await (const event of over(server.url).chat(asking())) seen.push(event);
    })();
    expect((await failureOf(listening)).reason).toBe(reason);
    expect(seen).toEqual([]);
  });

  test('G4: of an answer that reached its length limit, the calls that were finished are passed on', async () => {
    const second = { tool_calls: [{ index: 1, id: 'y', function: { name: 'look', arguments: '{"wo' } }] };
    await using server = await serve(events(chunk({ content: 'Well' }), calling('{}'), chunk(second, 'length')));
    expect(await eventsOf(over(server.url).chat(asking()))).toMatchObject([
      { kind: 'text', text: 'Well' },
      { kind: 'call', call: { id: 'x', arguments: '{}' } },
      { kind: 'end', finish: 'length' },
    ]);
  });

  test.each(['{"wo', ''])('G4: a call cut by the length limit is left out: %j', async (given) => {
    await using server = await serve(events(chunk({ content: 'Well' }), calling(given, 'length')));
    expect(await eventsOf(over(server.url).chat(asking()))).toMatchObject([
      { kind: 'text', text: 'Well' },
      { kind: 'end', finish: 'length' },
    ]);
  });

  test('no call of an answer that a filter stopped is passed on', async () => {
    await using server = await serve(events(calling('{}', 'content_filter')));
    const all = await eventsOf(over(server.url).chat(asking()));
    expect(callsOf(all)).toEqual([]);
    expect(all.at(-1)).toMatchObject({ kind: 'end', finish: 'content_filter' });
  });

  test('G45: calls of an answer are passed on even when no tool was offered', async () => {
    await using server = await serve(events(calling('{}', 'tool_calls')));
    expect(callsOf(await eventsOf(over(server.url).chat(callOf())))).toHaveLength(1);
  });
});
