import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../../shared/gateway/index.ts';
import { messageRequest } from '../../../../../../shared/gateway/providers/anthropic/request.ts';
import { complaintAbout } from '../../../../../support/messages-rules.ts';
import { callOf, look, NEW, OLD } from './asking.ts';

const sent = (more: Parameters<typeof callOf>[0]) =>
  messageRequest(callOf(more), { baseUrl: 'https://api.anthropic.com', apiKey: '' });
const messagesOf = (messages: ChatMessage[]) => sent({ messages }).messages;

describe('a conversation', () => {
  test('a conversation has its instructions before it, wherever they were', () => {
    const messages: ChatMessage[] = [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Hello' },
      { role: 'system', content: 'Be brief.' },
    ];
    expect(sent({ messages })).toMatchObject({
      system: 'Be kind.\n\nBe brief.',
      messages: [{ role: 'user', content: 'Hello' }],
    });
  });

  test('a conversation without instructions has none', () => {
    expect(sent({})).not.toHaveProperty('system');
  });

  test('a conversation shows calls and their results, results first, in one turn a side', () => {
    const messages: ChatMessage[] = [
      { role: 'user', content: 'Tea?' },
      {
        role: 'assistant',
        content: 'Let me see.',
        calls: [
          { id: 'call_1', name: 'look', arguments: '{"word":"tea"}' },
          { id: 'call_2', name: 'look', arguments: '{"word":"leaf"}' },
        ],
      },
      { role: 'tool', callId: 'call_1', content: 'a drink' },
      { role: 'tool', callId: 'call_2', content: '' },
      { role: 'user', content: 'Well?' },
    ];
    expect(messagesOf(messages)).toEqual([
      { role: 'user', content: 'Tea?' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Let me see.' },
          { type: 'tool_use', id: 'call_1', name: 'look', input: { word: 'tea' } },
          { type: 'tool_use', id: 'call_2', name: 'look', input: { word: 'leaf' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'call_1', content: 'a drink' },
          { type: 'tool_result', tool_use_id: 'call_2', content: '' },
          { type: 'text', text: 'Well?' },
        ],
      },
    ]);
  });

  test('a conversation has tool results before what a person said meanwhile', () => {
    const messages: ChatMessage[] = [
      { role: 'assistant', content: '', calls: [{ id: 'a', name: 'look', arguments: '{}' }] },
      { role: 'user', content: 'Quick!' },
      { role: 'tool', callId: 'a', content: 'a drink' },
    ];
    expect(messagesOf(messages)[1]).toMatchObject({ content: [{ type: 'tool_result' }, { type: 'text' }] });
  });

  test.each(['not JSON', '[1]', '7', ''])(
    'arguments %j that are not an object are shown as they were written',
    (given) => {
      const messages: ChatMessage[] = [
        { role: 'assistant', content: '', calls: [{ id: 'a', name: 'look', arguments: given }] },
        { role: 'tool', callId: 'a', content: 'x' },
      ];
      const shown = JSON.parse(JSON.stringify(messagesOf(messages)))[0].content[0].input.arguments;
      expect([shown, JSON.stringify(shown)]).toContain(given);
    },
  );

  test('R4: a model reads its own call with the numbers it wrote', () => {
    const given = '{"size":9007199254740993,"__proto__":{"one":1.0}}';
    const messages: ChatMessage[] = [
      { role: 'assistant', content: '', calls: [{ id: 'a', name: 'look', arguments: given }] },
      { role: 'tool', callId: 'a', content: 'x' },
    ];
    expect(JSON.stringify(messagesOf(messages))).toContain(`"input":${given}`);
  });

  test('a conversation shows pictures by their bytes and by their address', () => {
    const content = [
      { type: 'image' as const, url: 'data:image/png;base64,iVBORw0KGgo=', detail: 'low' as const },
      { type: 'image' as const, url: 'https://example.com/cat.jpg' },
      { type: 'text' as const, text: 'Which?' },
    ];
    expect(messagesOf([{ role: 'user', content }])).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } },
          { type: 'image', source: { type: 'url', url: 'https://example.com/cat.jpg' } },
          { type: 'text', text: 'Which?' },
        ],
      },
    ]);
  });

  test('a picture of an unsupported type is refused', () => {
    const content = [{ type: 'image' as const, url: 'data:image/tiff;base64,AAAA' }];
    expect(() => messagesOf([{ role: 'user', content }])).toThrow('refused');
  });

  const id = fc.oneof(fc.stringMatching(/^[\w-]{1,20}$/), fc.string({ minLength: 1, maxLength: 90 }));
  const words = fc.constantFrom('Hello', ' ', '', '\n', 'Tea');
  const exchange = fc.oneof(
    words.map((content): ChatMessage[] => [{ role: 'user', content }]),
    words.map((content): ChatMessage[] => [{ role: 'assistant', content }]),
    words.map((content): ChatMessage[] => [{ role: 'system', content }]),
    fc
      .tuple(words, fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), words, fc.string())
      .map(([content, ids, result, given]): ChatMessage[] => [
        { role: 'assistant', content, calls: ids.map((one) => ({ id: one, name: 'look', arguments: given })) },
        ...ids.map((callId): ChatMessage => ({ role: 'tool', callId, content: result })),
        { role: 'user', content: 'And?' },
      ]),
  );

  test('any conversation becomes one that the API accepts', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 8 }), (exchanges) => {
        const messages: ChatMessage[] = [{ role: 'user', content: 'Begin' }, ...exchanges.flat()];
        const body = sent({ messages, tools: [look] });
        expect(complaintAbout({ ...body }, { 'anthropic-version': '2023-06-01' })).toBeUndefined();
      }),
    );
  });
});

describe('tools', () => {
  test('tools are offered with their schemas, and without a choice the model decides', () => {
    const { tools, tool_choice } = sent({ tools: [look, { name: 'now', description: '', parameters: {} }] });
    expect(tools).toEqual([
      { name: 'look', description: 'Looks something up.', input_schema: look.parameters },
      { name: 'now', input_schema: { type: 'object' } },
    ]);
    expect(tool_choice).toBeUndefined();
  });

  test.each([
    ['auto', { type: 'auto' }],
    ['none', { type: 'none' }],
    ['required', { type: 'any' }],
    [{ name: 'look' }, { type: 'tool', name: 'look' }],
  ] as const)('the tool choice %j becomes %j', (toolChoice, expected) => {
    expect(sent({ tools: [look], toolChoice }).tool_choice).toEqual(expected);
  });

  test('tools may be called one at a time', () => {
    expect(sent({ tools: [look], parallelCalls: false }).tool_choice).toEqual({
      type: 'auto',
      disable_parallel_tool_use: true,
    });
    expect(sent({ tools: [look], parallelCalls: true }).tool_choice).toBeUndefined();
    expect(sent({ tools: [look], toolChoice: 'none', parallelCalls: false }).tool_choice).toEqual({ type: 'none' });
  });

  test('strict tools bind the models that can be bound', () => {
    const strict = { ...look, strict: true };
    expect(sent({ tools: [strict] }).tools).toMatchObject([
      { strict: true, input_schema: { additionalProperties: false } },
    ]);
    expect(sent({ tools: [strict], model: OLD }).tools?.[0]).not.toHaveProperty('strict');
  });

  test('tools that are not offered cannot be required', () => {
    expect(() => sent({ toolChoice: 'required' })).toThrow('no tool is offered');
    expect(sent({ toolChoice: 'auto' })).not.toHaveProperty('tool_choice');
  });
});

describe('an answer in JSON', () => {
  const schema = { type: 'object', properties: { city: { type: 'string', minLength: 2 } }, required: ['city'] };
  const format = { name: 'place', schema };

  test('a JSON answer binds a capable model to its closed schema, and unknown keywords become words', () => {
    expect(sent({ responseFormat: format }).output_config).toEqual({
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: { city: { type: 'string', description: '{minLength: 2}' } },
          required: ['city'],
          additionalProperties: false,
        },
      },
    });
  });

  test('a JSON answer of any form is requested from such a model in words', () => {
    const request = sent({ responseFormat: 'json', messages: [{ role: 'system', content: 'Be kind.' }] });
    expect(request.system).toMatch(/^Be kind\.\n\nAnswer with one JSON object/);
    expect(request).not.toHaveProperty('output_config');
  });

  test('a JSON answer with arbitrary field names is requested in words too, as binding would forbid them', () => {
    const open = { type: 'object', additionalProperties: { type: 'number' } };
    const request = sent({ responseFormat: { name: 'counts', schema: open } });
    expect(request.system).toContain(JSON.stringify(open));
    expect(request).not.toHaveProperty('output_config');
  });

  test('a JSON answer is requested from an older model as a tool call', () => {
    expect(sent({ model: OLD, responseFormat: format })).toMatchObject({
      tools: [{ name: 'answer_in_json', input_schema: schema }],
      tool_choice: { type: 'tool', name: 'answer_in_json', disable_parallel_tool_use: true },
    });
  });

  test('a JSON answer of an older model coexists with its tools, under a name of its own', () => {
    const taken = { ...look, name: 'answer_in_json' };
    const request = sent({ model: OLD, responseFormat: 'json', tools: [taken] });
    expect(request.tools?.map((tool) => 'name' in tool && tool.name)).toEqual(['answer_in_json', 'answer_in_json_']);
    expect(request.tool_choice).toMatchObject({ type: 'any' });
  });
});

describe('settings', () => {
  test('settings get Anthropic’s names, and always a maximum length', () => {
    expect(sent({ maxTokens: 55, stop: ['END'], user: 'u-1' })).toMatchObject({
      model: NEW,
      max_tokens: 55,
      stop_sequences: ['END'],
      metadata: { user_id: 'u-1' },
      stream: true,
    });
    expect(sent({}).max_tokens).toBe(16_384);
    expect(sent({ model: 'claude-3-haiku-20240307' }).max_tokens).toBe(4_096);
  });

  test.each([
    ['claude-sonnet-4-20250514', { temperature: 1, top_p: 0.9 }],
    ['claude-sonnet-4-5-20250929', { temperature: 1 }],
    ['claude-opus-4-7', {}],
    ['claude-mythos-preview', {}],
    ['somebody-else-1', { temperature: 1, top_p: 0.9 }],
  ])('sampling settings are sent to %s as far as it accepts them', (model, expected) => {
    const { temperature, top_p } = sent({ model, temperature: 1.6, topP: 0.9, seed: 7 });
    expect({ temperature, top_p }).toEqual({ temperature: undefined, top_p: undefined, ...expected });
  });

  test.each([
    ['claude-opus-5-5', 'xhigh', 'xhigh'],
    ['claude-opus-4-5', 'xhigh', 'high'],
    ['claude-sonnet-5', 'minimal', 'low'],
    ['claude-sonnet-4-6', 'medium', 'medium'],
    ['claude-haiku-5-5', 'none', 'low'],
    ['claude-sonnet-4-5', 'high', undefined],
    ['claude-haiku-4-5', 'high', undefined],
    ['claude-3-7-sonnet-latest', 'high', undefined],
  ])('the reasoning effort sent to %s, when asked for %s, is %s', (model, reasoningEffort, expected) => {
    expect(sent({ model, reasoningEffort }).output_config?.effort).toBe(expected);
  });
});

test('arguments that are only a number are shown as an object, however the number is spelled', () => {
  for (const given of ['5', '1.0', '12345678901234567890']) {
    const calls = [{ id: 'call_1', name: 'look', arguments: given }];
    const [, said] = messagesOf([
      { role: 'user', content: 'Tea?' },
      { role: 'assistant', content: '', calls },
      { role: 'tool', callId: 'call_1', content: 'a drink' },
    ]);
    expect(JSON.stringify(said?.content)).toContain(`"input":{"arguments":${given}}`);
  }
});
