import { APIUserAbortError } from 'openai';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide, pendingApproval } from '../../support/approvals.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1, AP2. */

const here = inV1();
const model = 'agent/scribe';
const question = { role: 'user' as const, content: 'Note: milk' };

beforeAll(async () => {
  await here.alice.call('POST', '/my/agents', {
    name: 'scribe',
    system_prompt: 'You write things down.',
    tools: ['file_write'],
  });
});

/** One call that a person is asked about, and what the agent says then. */
const script = (text = 'Written.') =>
  here.artel.model.script(
    { tool_calls: [{ name: 'file_write', arguments: { path: 'notes.txt', content: 'milk' } }] },
    { text },
  );
const runIn = ({ state }: Turn): Headers => ({ 'x-artel-run': (state as { run_id: string }).run_id });
const newSession = async (): Promise<string> =>
  (await here.clients.alice.call<{ id: string }>('POST', '/my/chat/sessions', {})).body.id;
const calls = () => here.artel.model.requests.filter(({ path }) => path.endsWith('/completions')).length;
const runsOf = async (session: string): Promise<string[]> => {
  const { body } = await here.clients.alice.call<{ items: { id: string }[] }>('GET', `/my/runs?session_id=${session}`);
  return body.items.map(({ id }) => id);
};

type Turn = { text: string; state: unknown; session: string };
type Message = { role: 'user' | 'assistant'; content: string };
type Headers = Record<string, string>;

/** Each API through its official client: what it says, and by which word of its own the answer waits. */
const chat = async (messages: Message[], headers: Headers = {}): Promise<Turn> => {
  const call = here.clients.openai.chat.completions.create({ model, messages, stream: false }, { headers });
  const { data, response } = await call.withResponse();
  const [choice] = data.choices;
  const state = (data as { artel?: unknown }).artel;
  return { text: choice?.message.content ?? '', state, session: response.headers.get('x-artel-session') ?? '' };
};
const chatStream = async (messages: Message[], headers: Headers = {}): Promise<Turn> => {
  const { data, response } = await here.clients.openai.chat.completions
    .create({ model, messages, stream: true }, { headers })
    .withResponse();
  const turn: Turn = { text: '', state: undefined, session: response.headers.get('x-artel-session') ?? '' };
  for await (const chunk of data) {
    turn.text += chunk.choices[0]?.delta.content ?? '';
    turn.state ??= (chunk as { artel?: unknown }).artel;
  }
  return turn;
};
const responses = async (input: Message[], headers: Headers = {}): Promise<Turn> => {
  const { data, response } = await here.clients.openai.responses.create({ model, input }, { headers }).withResponse();
  const state = data.status === 'in_progress' ? (data as { artel?: unknown }).artel : undefined;
  return { text: data.output_text, state, session: response.headers.get('x-artel-session') ?? '' };
};
const responsesStream = async (input: Message[], headers: Headers = {}): Promise<Turn> => {
  const data = await here.clients.openai.responses.stream({ model, input }, { headers }).finalResponse();
  const state = data.status === 'incomplete' ? (data as { artel?: unknown }).artel : undefined;
  return { text: data.output_text, state, session: '' };
};
const messages = async (said: Message[], headers: Headers = {}): Promise<Turn> => {
  const call = here.clients.anthropic.messages.create({ model, max_tokens: 100, messages: said }, { headers });
  const { data, response } = await call.withResponse();
  const [block] = data.content;
  const state = data.stop_reason === 'pause_turn' ? (data as { artel?: unknown }).artel : undefined;
  const session = response.headers.get('x-artel-session') ?? '';
  return { text: block?.type === 'text' ? block.text : '', state, session };
};
const messagesStream = async (said: Message[], headers: Headers = {}): Promise<Turn> => {
  const data = await here.clients.anthropic.messages
    .stream({ model, max_tokens: 100, messages: said }, { headers })
    .finalMessage();
  const [block] = data.content;
  const state = data.stop_reason === 'pause_turn' ? { status: 'waiting_for_approval' } : undefined;
  return { text: block?.type === 'text' ? block.text : '', state, session: '' };
};

const APIS = [
  ['chat completions', chat],
  ['streamed chat completions', chatStream],
  ['responses', responses],
  ['streamed responses', responsesStream],
  ['messages', messages],
  ['streamed messages', messagesStream],
] as const;

describe.each(APIS)('%s of an agent that asks a person', (_, ask) => {
  const waiting = async () => {
    const session = await newSession();
    const first = await ask([question], { 'x-artel-session': session });
    const approval = await pendingApproval(here.clients.alice, session);
    const sentAgain: Message[] = [question, { role: 'assistant', content: first.text }];
    return { session, first, approval, sentAgain };
  };

  test('GW1: the request ends while the person decides, and the conversation sent again gets the answer', async () => {
    script();
    const before = calls();
    const { session, first, approval, sentAgain } = await waiting();
    expect(first.state).toMatchObject({ status: 'waiting_for_approval' });
    expect(first.text).toContain(`/my/approvals/${approval.id}`);
    expect(await ask(sentAgain)).toMatchObject({ text: first.text, state: first.state });
    expect(approval.status).toBe('pending');
    await decide(here.clients.alice, approval.id, { decision: 'approve' });
    const answers = await Promise.all([ask(sentAgain), ask(sentAgain)]);
    for (const answer of [...answers, await ask(sentAgain)]) {
      expect(answer).toMatchObject({ text: 'Written.', state: undefined });
    }
    expect(calls()).toBe(before + 2);
    expect(await runsOf(session)).toHaveLength(1);
  });

  test('GW1: what a person rejected comes back as what the agent makes of it', async () => {
    script('I did not write it.');
    const { approval, sentAgain } = await waiting();
    await decide(here.clients.alice, approval.id, { decision: 'reject', reason: 'No milk.' });
    expect(await ask(sentAgain)).toMatchObject({ text: 'I did not write it.', state: undefined });
  });

  test('GW1: a question nobody answered expires, and the answer says so', async () => {
    script('Nobody answered, so it is not written.');
    const { approval, sentAgain } = await waiting();
    const items = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
    const item = items.find(({ kind, approval_id }) => kind === 'approval' && approval_id === approval.id);
    await here.operator.put({ ...item, open_until: Date.now() - 1, due_at: Date.now() - 1 } as never);
    await here.artel.cloud.sweep();
    expect(await ask(sentAgain)).toMatchObject({ text: 'Nobody answered, so it is not written.', state: undefined });
  });
});

test('GW1: the same request with its Idempotency-Key goes on with its run, also where it names no session', async () => {
  script();
  const headers = { 'idempotency-key': 'a-note' };
  const [first, again] = [await chat([question], headers), await chat([question], headers)];
  expect(again).toEqual(first);
  const approval = await pendingApproval(here.clients.alice, first.session);
  await decide(here.clients.alice, approval.id, { decision: 'approve' });
  expect((await chat([question], headers)).text).toBe('Written.');
  expect((await chat([question], headers)).text).toBe('Written.');
  expect(await runsOf(first.session)).toHaveLength(1);
});

test('GW1: whoever closes a repeat under the Idempotency-Key does not cancel the run that waits', async () => {
  script();
  const headers = { 'idempotency-key': 'a-note-in-a-tunnel' };
  const first = await chat([question], headers);
  const closing = AbortSignal.timeout(1_000);
  await here.clients.openai.chat.completions
    .create({ model, messages: [question] }, { headers, signal: closing })
    .catch((error: unknown) => expect(error).toBeInstanceOf(APIUserAbortError));
  const approval = await pendingApproval(here.clients.alice, first.session);
  await decide(here.clients.alice, approval.id, { decision: 'approve' });
  expect((await chat([question], { 'x-artel-session': first.session, ...runIn(first) })).text).toBe('Written.');
});

test('GW1: the header x-artel-run goes on with a run, and only with one of the agent that is asked', async () => {
  script();
  const session = await newSession();
  const { state } = await chat([question], { 'x-artel-session': session });
  const { run_id } = state as { run_id: string };
  const approval = await pendingApproval(here.clients.alice, session);
  await here.clients.alice.call('POST', '/my/agents', { name: 'other', system_prompt: 'You are another.' });
  const elsewhere = here.clients.openai.chat.completions.create(
    { model: 'agent/other', messages: [question] },
    { headers: { 'x-artel-run': run_id } },
  );
  await expect(elsewhere).rejects.toMatchObject({ status: 404 });
  await decide(here.clients.alice, approval.id, { decision: 'approve' });
  expect((await chat([question], { 'x-artel-run': run_id })).text).toBe('Written.');
  expect(await runsOf(session)).toHaveLength(1);
});

test('GW1: a message behind a run that waits for a person waits in the same way', async () => {
  script();
  here.artel.model.script({ text: 'Hello.' });
  const session = await newSession();
  await chat([question], { 'x-artel-session': session });
  const approval = await pendingApproval(here.clients.alice, session);
  const behind = await chat([{ role: 'user', content: 'Hello' }], { 'x-artel-session': session });
  expect(behind.state).toMatchObject({ approvals: [{ id: approval.id }] });
  await decide(here.clients.alice, approval.id, { decision: 'approve' });
  const sentAgain: Message[] = [
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: behind.text },
  ];
  expect((await chat(sentAgain)).text).toBe('Hello.');
});
