import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatMessage, ModelCall, ToolOffer } from '../../../shared/gateway/index.ts';
import { type ScriptedMessages, startScriptedMessages } from '../../support/scripted-messages.ts';
import { askingOf } from './anthropic-asking.ts';
import { callOf, eventsOf, over } from './asking.ts';
import { piece, replaying } from './replay-server.ts';

/* Requirements: GW1, AG5. Names that an upstream would refuse a whole request for. G15 and G16 have others of the kind. */

let claude: ScriptedMessages;
let ask: ReturnType<typeof askingOf>['ask'];
let last: ReturnType<typeof askingOf>['last'];
beforeAll(async () => {
  claude = await startScriptedMessages();
  ({ ask, last } = askingOf(claude));
});
afterAll(() => claude.stop());

const odd: ToolOffer = {
  name: 'weather',
  description: 'The weather.',
  parameters: {
    type: 'object',
    properties: {
      '城市 name': { type: 'string', description: 'Where.' },
      days: { type: 'array', items: { type: 'object', properties: { 'from (day)': { type: 'integer' } } } },
      enum_of: { enum: ['a b'] },
    },
    required: ['城市 name', 'days'],
  },
};
const GIVEN = { '城市 name': 'Oslo', days: [{ 'from (day)': 12345678901234567000 }], note: 'a b' };
const CALL = {
  id: 'call_1',
  name: 'weather',
  arguments: '{"城市 name":"Oslo","days":[{"from (day)":12345678901234567890}]}',
};
const callsIn = (events: Awaited<ReturnType<typeof eventsOf>>) =>
  events.flatMap((event) => (event.kind === 'call' ? [event.call] : []));
const historyOf = (call: typeof CALL): ChatMessage[] => [
  { role: 'user', content: 'How warm is it?' },
  { role: 'assistant', content: '', calls: [call] },
  { role: 'tool', callId: call.id, content: '18' },
];

describe('strange names at Anthropic', () => {
  test('G15: arguments with strange names have others at Claude, described by their own, and come back under their own', async () => {
    claude.script({ text: 'Warm.' });
    await ask({ tools: [odd] });
    const { input_schema: schema } = last().body.tools[0];
    const [city, days] = schema.required as [string, string];
    expect(city).toMatch(/^[\w.-]{1,64}$/);
    expect(days).toBe('days');
    expect(schema.properties[city]).toEqual({ type: 'string', description: '城市 name: Where.' });
    const [day] = Object.keys(schema.properties.days.items.properties);

    claude.script({ tool_uses: [{ id: 'call_1', name: 'weather', input: { [city]: 'Oslo', days: [{ [day!]: 1 }] } }] });
    const [call] = callsIn(await ask({ tools: [odd] }));
    expect(call).toMatchObject({ name: 'weather' });
    expect(JSON.parse(call!.arguments)).toEqual({ '城市 name': 'Oslo', days: [{ 'from (day)': 1 }] });
  });

  test('G15: an earlier call is shown to Claude under the names it knows, with its numbers as they were', async () => {
    claude.script({ text: 'Warm.' });
    await ask({ tools: [odd], messages: historyOf(CALL) });
    const { messages, tools } = last().body;
    const [city] = tools[0].input_schema.required;
    expect(messages[1].content[0].input).toMatchObject({ [city]: 'Oslo', days: [expect.any(Object)] });
    expect(Object.values(messages[1].content[0].input.days[0])).toEqual([Number('12345678901234567890')]);
    expect(JSON.stringify(messages[1].content[0].input)).not.toContain('城市');
  });

  test('G15: an answer in JSON whose schema has strange names is asked for in words', async () => {
    const responseFormat = { name: 'answer', schema: odd.parameters };
    for (const model of ['claude-opus-5-5', 'claude-3-5-haiku-latest']) {
      claude.script({ text: JSON.stringify(GIVEN) });
      await ask({ model, responseFormat });
      expect(JSON.stringify([last().body.system ?? '', last().body.tools ?? []])).toContain('城市 name');
      expect(last().body.output_config?.format).toBeUndefined();
    }
  });
});

describe('names of tools', () => {
  const long = `${'weather_'.repeat(9)}tomorrow`;
  const strange = { id: 'call_1', name: 'functions.weather v2', arguments: '{}' };

  test('G16: an earlier call of a tool that there never was goes to Claude under a name it takes', async () => {
    claude.script({ text: 'Warm.' });
    await ask({ tools: [odd], messages: historyOf(strange) });
    expect(last().body.messages[1].content[0].name).toMatch(/^functions_weather_v2_\w{6}$/);
  });

  test('G16: at OpenAI’s API a long name is shortened, demanded and called by the shorter one, and comes back whole', async () => {
    const tools = [{ ...odd, name: long }];
    const asked = (url: string, more: Partial<ModelCall>) => eventsOf(over(url).chat(callOf({ tools, ...more })));
    await using server = await replaying([piece({ content: 'Warm.' }, 'stop')], [piece({ content: 'Warm.' }, 'stop')]);
    await asked(server.url, { toolChoice: { name: long }, messages: historyOf(strange) });
    const body = server.bodies[0] as unknown as {
      tools: [{ function: { name: string; parameters: unknown } }];
      tool_choice: { function: { name: string } };
      messages: [unknown, { tool_calls: [{ function: { name: string } }] }];
    };
    const { name, parameters } = body.tools[0].function;
    expect(name).toMatch(/^[\w-]{64}$/);
    expect(parameters).toEqual(odd.parameters);
    expect(body.tool_choice.function.name).toBe(name);
    expect(body.messages[1].tool_calls[0].function.name).toMatch(/^[\w-]{1,64}$/);

    const call = { index: 0, id: 'c1', type: 'function', function: { name, arguments: '{}' } };
    await using again = await replaying([piece({ tool_calls: [call] }, 'tool_calls')]);
    expect(callsIn(await asked(again.url, {}))).toEqual([{ id: 'c1', name: long, arguments: '{}' }]);
  });
});
