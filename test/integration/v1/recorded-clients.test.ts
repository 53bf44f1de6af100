import { describe, expect, test } from 'vitest';
import { request } from '../../support/artel.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. Bodies in the shapes that clients were seen to send; their words are made up. */

const here = inV1();

type Answer = { error?: { message: string } };
const post = async (path: string, body: object) => {
  const authorization = `Bearer ${here.clients.key}`;
  const {
    status,
    headers,
    body: answer,
  } = await request<Answer>(here.artel.cloud.url, 'POST', path, body, {
    authorization,
  });
  return { status, why: answer.error?.message, ignored: headers.get('x-artel-ignored'), headers };
};
const taken = { status: 200, why: undefined };
const upstream = () => here.artel.model.requests.at(-1)?.body as { messages: object[]; tools?: object[] };
const says = (text = 'Eighteen degrees.') => here.artel.model.script({ text });

const parameters = { type: 'object', properties: { city: { type: 'string' } } };
const called = { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } };
const question = { role: 'user', content: 'How warm is it in Oslo?' };
const chat = (messages: object[], more: object = {}) =>
  post('/v1/chat/completions', { model: 'gpt-4.1', messages, ...more });

describe('chat completions', () => {
  test('G36: a tool’s message may carry the tool’s name, as LangChain sends it', async () => {
    says();
    const system = { role: 'system', content: [{ type: 'text', text: 'Be brief.' }] };
    const model = { role: 'assistant', content: '', name: 'model', tool_calls: [called] };
    const tool = { role: 'tool', name: 'weather', tool_call_id: 'call_1', content: '18' };
    expect(await chat([system, question, model, tool])).toMatchObject({ ...taken, ignored: null });
    expect(upstream().messages.at(-1)).toEqual({ role: 'tool', tool_call_id: 'call_1', content: '18' });
  });

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

  test('G27: what an answer of ours held comes back without harm, and unknown fields are named in a header', async () => {
    says();
    const answer = {
      role: 'assistant',
      content: null,
      reasoning_content: 'It is about the weather.',
      function_call: null,
      audio: null,
      tool_calls: [{ ...called, index: 0, provider_note: 'x' }],
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

  test('G25: a length beyond the tier is lowered to it, and a header says so', async () => {
    says();
    const long = await chat([question], { max_tokens: 128_000 });
    expect(long).toMatchObject(taken);
    expect(long.headers.get('x-artel-max-tokens')).toBe('32768');
    expect(upstream()).toMatchObject({ max_tokens: 32_768 });
    says();
    const short = await chat([question], { max_tokens: 1_000 });
    expect(short.headers.get('x-artel-max-tokens')).toBeNull();
    expect(upstream()).toMatchObject({ max_tokens: 1_000 });
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

  test('G45: a call of a tool that nobody offered is passed on to the client', async () => {
    here.artel.model.script({ tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }] });
    const { choices } = await here.clients.openai.chat.completions.create({
      model: 'gpt-4.1',
      messages: [{ role: 'user', content: 'How warm is it?' }],
    });
    expect(choices[0]).toMatchObject({ finish_reason: 'tool_calls', message: { tool_calls: [{ id: 'call_1' }] } });
  });
});

describe('messages', () => {
  const messages = (more: object) =>
    post('/v1/messages?beta=true', { model: 'claude-opus-4-1', max_tokens: 100, messages: [question], ...more });
  const use = { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Oslo' } };
  const resultOf = (content: unknown) => ({
    role: 'user',
    content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content }],
  });

  test('G39: the defaults of Claude Code work with nothing set', async () => {
    says();
    const ephemeral = { type: 'ephemeral' };
    const answer = await messages({
      max_tokens: 128_000,
      system: [
        { type: 'text', text: 'Billing: none.' },
        { type: 'text', text: 'You help with code.', cache_control: ephemeral },
      ],
      thinking: { type: 'adaptive', display: 'omitted' },
      context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
      output_config: { effort: 'medium' },
      metadata: { user_id: '{"device_id":"d","session_id":"s"}' },
      tools: [
        { name: 'Read', description: 'Reads.', input_schema: parameters, eager_input_streaming: true },
        { name: 'Plan', description: 'Plans.', input_schema: parameters, defer_loading: true },
      ],
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Look around.' }] },
        { role: 'system', content: [{ type: 'text', text: 'Now.' }], output_config: { effort: 'medium' } },
        { role: 'assistant', content: [{ type: 'thinking', thinking: '', signature: 'c2ln' }, use] },
        { ...resultOf('18'), content: [{ ...resultOf('18').content[0], is_error: false, cache_control: ephemeral }] },
      ],
    });
    expect(answer).toMatchObject({ ...taken, ignored: null });
    expect(upstream().tools).toHaveLength(2);
    expect(upstream()).toMatchObject({ reasoning_effort: 'medium', max_tokens: 32_768 });
  });

  test.each([
    { thinking: { type: 'adaptive', budget_tokens: 0 } },
    { thinking: { type: 'enabled', budget_tokens: 31_999, display: 'omitted' } },
    { top_k: 40 },
    { service_tier: 'auto', mcp_servers: [] },
  ])('G26: %o is taken', async (more) => {
    says();
    expect(await messages(more)).toMatchObject(taken);
  });

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
    const history = [question, { role: 'assistant', content: [use] }, resultOf(content)];
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
});

describe('responses', () => {
  const responses = (more: object) => post('/v1/responses', { model: 'gpt-5', input: 'Hello', ...more });

  test('G40: the defaults of Codex work, and what nobody here can run is named', async () => {
    says();
    const inner = { type: 'function', name: 'spawn_agent', strict: false, parameters };
    const meta = { internal_chat_message_metadata_passthrough: { turn_id: 't-1' } };
    const answer = await responses({
      store: false,
      include: ['reasoning.encrypted_content'],
      reasoning: { summary: 'auto' },
      parallel_tool_calls: true,
      prompt_cache_key: 'thread-1',
      client_metadata: { session_id: 's', turn_id: 't' },
      tools: [
        { type: 'function', name: 'exec_command', description: 'Runs.', strict: false, parameters },
        { type: 'namespace', name: 'multi_agent_v1', description: 'Agents.', tools: [inner] },
        { type: 'web_search', external_web_access: false },
      ],
      input: [
        { type: 'message', role: 'developer', id: 'msg_1', content: [{ type: 'input_text', text: 'Rules.' }] },
        { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Go.' }], ...meta },
        { type: 'reasoning', id: 'rs_1', summary: [], content: null, encrypted_content: 'ZW5j' },
        { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'exec_command', arguments: '{}', ...meta },
        { type: 'function_call_output', id: 'fco_1', call_id: 'call_1', output: '18', ...meta },
      ],
    });
    expect(answer).toMatchObject(taken);
    expect(answer.ignored?.split(', ')).toEqual([
      'input[].internal_chat_message_metadata_passthrough',
      'tools[namespace]',
      'tools[web_search]',
    ]);
    expect(upstream().tools).toMatchObject([{ function: { name: 'exec_command' } }]);
    expect(upstream().messages.map((message) => (message as { role: string }).role)).toEqual([
      ...['system', 'user', 'assistant', 'tool'],
    ]);
  });

  test('G40: the WebSocket that Codex asks for first is told to be none in the way that makes it use POST at once', async () => {
    const headers = { authorization: `Bearer ${here.clients.key}`, 'openai-beta': 'responses_websockets=2026-02-06' };
    const answer = await request<Answer>(here.artel.cloud.url, 'GET', '/v1/responses', undefined, headers);
    expect(answer.status).toBe(426);
    expect(answer.body.error?.message).toContain('POST');
  });

  test('G44: a client that lets a service shorten its input is answered', async () => {
    says();
    expect(await responses({ truncation: 'auto' })).toMatchObject(taken);
  });

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
});
