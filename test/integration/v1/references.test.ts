import { BadRequestError, NotFoundError } from 'openai';
import type { ResponseInputItem } from 'openai/resources/responses/responses';
import { expect, test } from 'vitest';
import { clientsOf, refusalOf } from './clients.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. G24: what an answer of the Responses API held can be referred to for a day. */

const here = inV1();

const question = { role: 'user' as const, content: 'My colour is green.' };
const ask = (more: object = {}, who = here.clients) =>
  who.openai.responses.create({ model: 'gpt-4.1', input: [question], stream: false, ...more });
const upstream = () => here.artel.model.requests.at(-1)?.body as { messages: object[] };
const answers = (...texts: string[]) => here.artel.model.script(...texts.map((text) => ({ text })));
const reference = (id: string | undefined): ResponseInputItem => ({ type: 'item_reference', id: id ?? '' });

test('G24: an item of a whole answer is referred to by its id, as the AI SDK does', async () => {
  answers('Noted.', 'Green.');
  const first = await ask();
  expect(first.output_text).toBe('Noted.');
  const again = { role: 'user' as const, content: [{ type: 'input_text' as const, text: 'Who am I?' }] };
  expect((await ask({ input: [question, reference(first.output[0]?.id), again] })).output_text).toBe('Green.');
  expect(upstream().messages).toEqual([
    question,
    { role: 'assistant', content: 'Noted.' },
    { role: 'user', content: 'Who am I?' },
  ]);
});

test('G24: an item of a streamed answer is referred to by its id', async () => {
  answers('Noted.', 'Green.');
  const first = await here.clients.openai.responses.stream({ model: 'gpt-4.1', input: [question] }).finalResponse();
  await ask({ input: [question, { id: first.output[0]?.id }] });
  expect(upstream().messages).toEqual([question, { role: 'assistant', content: 'Noted.' }]);
});

test('G24: a previous response brings its whole conversation, calls and results too, but not its instructions', async () => {
  here.artel.model.script(
    { tool_calls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }] },
    { text: 'Eighteen.' },
    { text: 'Warmer.' },
  );
  const tools = [{ type: 'function', name: 'weather', parameters: { type: 'object' }, strict: false }];
  const first = await ask({ tools, instructions: 'Be brief.' });
  const output = { type: 'function_call_output', call_id: 'call_1', output: '18' };
  const second = await ask({ tools, previous_response_id: first.id, input: [output] });
  expect(second).toMatchObject({ previous_response_id: first.id, store: true });
  await ask({ previous_response_id: second.id, input: 'And Rome?' });
  expect(upstream().messages).toMatchObject([
    question,
    { role: 'assistant', tool_calls: [{ id: 'call_1' }] },
    { role: 'tool', tool_call_id: 'call_1', content: '18' },
    { role: 'assistant', content: 'Eighteen.' },
    { role: 'user', content: 'And Rome?' },
  ]);
});

test('G24: another person’s answer, and one that was not to be kept, cannot be referred to', async () => {
  answers('Noted.', 'Hello.');
  const [hers, unkept] = [await ask(), await ask({ store: false })];
  expect(unkept).toMatchObject({ store: false });
  const bob = await clientsOf(here.artel, await here.artel.register('bob'));
  await refusalOf(ask({ input: [reference(hers.output[0]?.id)] }, bob), NotFoundError);
  await refusalOf(ask({ previous_response_id: hers.id }, bob), NotFoundError);
  await refusalOf(ask({ input: [reference(unkept.output[0]?.id)] }), NotFoundError);
  await refusalOf(ask({ previous_response_id: unkept.id }), NotFoundError);
});

test('G24: a reference that could be no id is refused', async () => {
  await refusalOf(ask({ previous_response_id: 'a#b' }), NotFoundError);
  await refusalOf(ask({ input: [{ type: 'item_reference' }] }), BadRequestError);
});

test('G24: an agent that is asked after a previous response goes on in the same session', async () => {
  await here.alice.call('POST', '/my/agents', { name: 'clerk', system_prompt: 'You are a clerk.' });
  answers('Noted.', 'Green.', 'Green, still.');
  const first = await ask({ model: 'agent/clerk', input: 'My colour is green.' });
  const second = await ask({ model: 'agent/clerk', input: 'Who am I?', previous_response_id: first.id });
  expect(second.output_text).toBe('Green.');
  // Memories are embedded meanwhile.
  const prompts = here.artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions'));
  expect(JSON.stringify(prompts.at(-1)?.body)).toContain('My colour is green.');
  const stream = here.clients.openai.responses.stream({
    model: 'agent/clerk',
    input: 'And now?',
    previous_response_id: second.id,
  });
  expect((await stream.finalResponse()).output_text).toBe('Green, still.');
  const sessions = await here.alice.call<{ items: { title: string }[] }>('GET', '/my/chat/sessions?limit=100');
  expect(sessions.body.items.filter(({ title }) => title === 'My colour is green.')).toHaveLength(1);
  expect(sessions.body.items.filter(({ title }) => /Who am I|And now/.test(title))).toEqual([]);
});
