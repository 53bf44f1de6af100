import { RateLimitError as AnthropicRateLimitError } from '@anthropic-ai/sdk';
import { APIError, BadRequestError, NotFoundError } from 'openai';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../support/approvals.ts';
import { type Clients, clientsOf, refusalOf } from './clients.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. */

const here = inV1();

let bob: Clients;

beforeAll(async () => {
  bob = await clientsOf(here.artel, await here.artel.register('bob'));
  await here.alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.' });
  await bob.alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help Bob.' });
});
afterEach(() => here.artel.model.always({ status: 500 }));

const model = 'agent/helper';
const say = (content: string, more: object = {}, headers: Record<string, string> = {}, who = here.clients) =>
  who.openai.chat.completions.create(
    { model, messages: [{ role: 'user', content }], stream: false, ...more },
    { headers },
  );
const messagesOf = async (session: string, who = here.clients): Promise<string[]> => {
  const { body } = await who.alice.call<{ items: { content: string }[] }>('GET', `/my/chat/${session}/messages`);
  return body.items.map(({ content }) => content);
};
const asked = () => here.artel.model.requests.filter(({ path }) => path.endsWith('/completions'));
const prompt = () => asked().at(-1)?.body.messages as { role: string; content: string }[];

describe('an agent behind OpenAI’s chat completions', () => {
  test('an agent behind chat completions answers as itself, with the usage of its run', async () => {
    here.artel.model.script({ text: 'Hello, Alice.', usage: { prompt_tokens: 30, completion_tokens: 4 } });
    const completion = await say('Hello');
    expect(completion).toMatchObject({
      model,
      choices: [{ finish_reason: 'stop', message: { content: 'Hello, Alice.' } }],
      usage: { prompt_tokens: 30, completion_tokens: 4 },
    });
    expect(prompt()[0]).toMatchObject({ role: 'system', content: expect.stringContaining('You help.') });
  });

  test('an agent behind chat completions streams its words as they come', async () => {
    const gate = Promise.withResolvers<void>();
    here.artel.model.script({ text: 'first second third', gate: gate.promise, gateAfter: 1 });
    const stream = here.clients.openai.chat.completions.stream({
      model,
      messages: [{ role: 'user', content: 'Count' }],
    });
    stream.on('content', (_, all) => all === 'first' && gate.resolve());
    const completion = await stream.finalChatCompletion();
    expect(completion.choices[0]?.message.content).toBe('first second third');
  });

  test('an agent behind chat completions uses its own tools, and what it says is one text', async () => {
    await here.clients.alice.call('POST', '/my/agents', {
      name: 'counter',
      system_prompt: 'You count.',
      tools: ['calculate'],
    });
    here.artel.model.script(
      { text: 'Let me see.', tool_calls: [{ name: 'calculate', arguments: { expression: '6*7' } }] },
      { text: 'It is 42.' },
    );
    const stream = here.clients.openai.chat.completions.stream({
      model: 'agent/counter',
      messages: [{ role: 'user', content: '6*7?' }],
    });
    const text = (await stream.finalChatCompletion()).choices[0]?.message.content;
    // What was sent before the tool was called cannot be taken back; it may also have been too short to be sent at all.
    expect(['Let me see.\n\nIt is 42.', 'It is 42.']).toContain(text);
  });

  test('G44: a missing agent behind chat completions is a missing model, and leaves no session behind', async () => {
    const sessions = async () =>
      (await here.alice.call<{ items: object[] }>('GET', '/my/chat/sessions')).body.items.length;
    const before = await sessions();
    const error = await refusalOf(say('Hello', { model: 'agent/nobody' }), NotFoundError);
    expect(error.code).toBe('model_not_found');
    expect(await sessions()).toBe(before);
  });

  test('an agent behind chat completions fails with the failure of its run', async () => {
    here.artel.model.script({ status: 400 });
    const error = await refusalOf(say('Hello'), BadRequestError);
    expect(error.code).toBe('model_refused');
    here.artel.model.script({ status: 400 });
    const stream = here.clients.openai.chat.completions.stream({
      model,
      messages: [{ role: 'user', content: 'Hello' }],
    });
    expect((await refusalOf(stream.finalChatCompletion(), APIError)).code).toBe('model_refused');
  });

  test.each([
    ['tools of the client’s', { tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools'],
    ['a form of the answer', { response_format: { type: 'json_object' } }, 'response_format'],
    ['a last word that is not the user’s', { messages: [{ role: 'assistant', content: 'Hi' }] }, 'messages'],
  ])('an agent behind chat completions refuses %s', async (_, more, param) => {
    expect((await refusalOf(say('Hello', more), BadRequestError)).param).toBe(param);
  });
});

test('G45: an agent whose model calls a tool it was not offered is told, and goes on', async () => {
  here.artel.model.script({ tool_calls: [{ name: 'weather', arguments: {} }] }, { text: 'I cannot look.' });
  expect((await say('How warm is it?')).choices[0]?.message.content).toBe('I cannot look.');
  expect(prompt().at(-1)).toMatchObject({ role: 'tool', content: expect.stringContaining('"weather"') });
});

describe('G31: instructions of the caller', () => {
  test('G31: a system message is context under the agent’s own instructions, for this answer alone', async () => {
    here.artel.model.script({ text: 'Hello.' }, { text: 'Again.' });
    const messages = [
      { role: 'system', content: 'The customer likes tulips.' },
      { role: 'user', content: 'Hi' },
    ];
    const { response } = await say('', { messages }).withResponse();
    const session = response.headers.get('x-artel-session') ?? '';
    const [system] = prompt();
    expect(system?.content).toMatch(/^You help\..*## What the caller says.*The customer likes tulips\./s);
    expect(await messagesOf(session)).toEqual(['Hi', 'Hello.']);
    await say('And now?', {}, { 'x-artel-session': session });
    expect(prompt()[0]?.content).not.toContain('tulips');
  });

  test('G31: instructions and a long system text reach the agent through the other APIs too', async () => {
    here.artel.model.script({ text: 'One.' }, { text: 'Two.' });
    await here.clients.openai.responses.create({ model, instructions: 'Speak as a pirate.', input: 'Hello' });
    expect(prompt()[0]?.content).toContain('Speak as a pirate.');
    const system = 'The long story of a ship. '.repeat(2_000);
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    await here.clients.anthropic.messages.create({ model, max_tokens: 1_000, stream: false, system, messages });
    expect(prompt()[0]?.content).toContain(system.trim());
  });
});

describe('the other APIs', () => {
  test('the Responses API reaches the same agent', async () => {
    here.artel.model.script({ text: 'Hello from the helper.' });
    const stream = here.clients.openai.responses.stream({ model, input: 'Hello' });
    expect((await stream.finalResponse()).output_text).toBe('Hello from the helper.');
  });

  test('the Messages API reaches the same agent', async () => {
    here.artel.model.script({ text: 'Hello from the helper.' });
    const question = { model, max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hello' }] };
    const message = await here.clients.anthropic.messages.stream(question).finalMessage();
    expect(message).toMatchObject({ model, content: [{ text: 'Hello from the helper.' }], stop_reason: 'end_turn' });
  });

  test('the Messages API reports the agent’s failure in its own words', async () => {
    here.artel.model.script({ status: 402 });
    const question = { model, max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hello' }] };
    const error = await refusalOf(here.clients.anthropic.messages.create(question), AnthropicRateLimitError);
    expect(error.headers.get('x-should-retry')).toBe('false');
  });
});

describe('the session', () => {
  const answers = (...texts: string[]) => here.artel.model.script(...texts.map((text) => ({ text })));
  const sessionOf = async (work: ReturnType<typeof say>): Promise<string> =>
    (await work.withResponse()).response.headers.get('x-artel-session') ?? '';

  test('a request that names no session gets a new one', async () => {
    answers('One.', 'Two.');
    const [one, two] = [await sessionOf(say('First')), await sessionOf(say('Second'))];
    expect(one).toMatch(/^ses_/);
    expect(two).not.toBe(one);
    expect(await messagesOf(one)).toEqual(['First', 'One.']);
  });

  test('a request whose header has a session id uses that session', async () => {
    const { body } = await here.clients.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    answers('One.');
    expect(await sessionOf(say('First', {}, { 'x-artel-session': body.id }))).toBe(body.id);
    expect(await messagesOf(body.id)).toEqual(['First', 'One.']);
  });

  test('a request with another person’s session id is not found', async () => {
    const { body } = await here.clients.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    await refusalOf(say('First', {}, { 'x-artel-session': body.id }, bob), NotFoundError);
    expect(await messagesOf(body.id)).toEqual([]);
  });

  test('a session by a name of the client’s choice continues, by header, metadata or cache key', async () => {
    answers('One.', 'Two.', 'Three.');
    const first = await sessionOf(say('First', {}, { 'x-artel-session': 'trip to Rome' }));
    const second = await sessionOf(say('Second', { metadata: { session_id: 'trip to Rome' } }));
    const third = await sessionOf(say('Third', { prompt_cache_key: 'trip to Rome' }));
    expect([second, third]).toEqual([first, first]);
    expect(await messagesOf(first)).toEqual(['First', 'One.', 'Second', 'Two.', 'Third', 'Three.']);
    expect(prompt().map(({ content }) => content)).toEqual(expect.arrayContaining(['First', 'One.', 'Third']));
  });

  test('a session name used by two people is two sessions', async () => {
    answers('One.', 'Two.');
    const hers = await sessionOf(say('First', {}, { 'x-artel-session': 'shared name' }));
    const his = await sessionOf(say('Second', {}, { 'x-artel-session': 'shared name' }, bob));
    expect(his).not.toBe(hers);
    expect(await messagesOf(his, bob)).toEqual(['Second', 'Two.']);
  });

  test('a session name whose session was deleted starts a new one', async () => {
    answers('One.', 'Two.');
    const first = await sessionOf(say('First', {}, { 'x-artel-session': 'short-lived' }));
    await here.clients.alice.call('DELETE', `/my/chat/sessions/${first}`);
    const second = await sessionOf(say('Second', {}, { 'x-artel-session': 'short-lived' }));
    expect(second).not.toBe(first);
    expect(await messagesOf(second)).toEqual(['Second', 'Two.']);
  });
});

test('a client that goes away has its run cancelled and the call of the model ended', async () => {
  here.artel.model.script({ text: 'one two three', stallAfter: 2 });
  const { body } = await here.clients.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
  const stream = here.clients.openai.chat.completions.stream(
    { model, messages: [{ role: 'user', content: 'Count' }] },
    { headers: { 'x-artel-session': body.id } },
  );
  stream.on('content', () => stream.abort());
  await stream.done().catch(() => undefined);
  const events = await eventually(here.clients.alice, body.id, (all) =>
    all.some(({ event_type }) => event_type === 'run_completed'),
  );
  expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'cancelled' } });
  await expect(here.artel.model.requests.at(-1)?.ended).resolves.toBe('aborted');
});

test('a repeated request gets the answer of the first', async () => {
  here.artel.model.script({ text: 'Once.' });
  const before = asked().length;
  const headers = { 'idempotency-key': 'the-same', 'x-artel-session': 'repeats' };
  const [first, second] = [await say('Hello', {}, headers), await say('Hello', {}, headers)];
  expect(second).toEqual(first);
  expect(asked().length).toBe(before + 1);
});
