import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: AP1, AP3, AP5, AP8, BUS3. */

const here = inArtel();

let bob: Person;

beforeAll(async () => {
  bob = await here.artel.register('bob');
});

beforeEach(() => here.artel.model.always({ text: 'Done.' }));

const write = (content: string, path = 'notes.txt') => ({
  tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path, content }) }],
});

type Message = { role: string; content: string; tool_calls?: { function: { arguments: string } }[] };
type Prompt = { messages: Message[] };
const lastPrompt = (): Prompt =>
  here.artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions')).at(-1)?.body as Prompt;
const toolMessages = (): string[] =>
  lastPrompt()
    .messages.filter(({ role }) => role === 'tool')
    .map(({ content }) => content);

/** A chat with an agent that may write files, and a message that makes it want to. */
const wanting = async (who: Person, content = 'hello', config: Record<string, unknown> = {}) => {
  const name = `scribe-${Math.random().toString(36).slice(2, 8)}`;
  const { session } = await who.chat(name, { tools: ['file_write', 'file_read', 'ask_person'], ...config });
  here.artel.model.script(write(content));
  const sent = await who.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Write it down',
    target_agent: name,
  });
  return { session, name, run: sent.body.run.id };
};

/** What a person decided, newest first, as the audit log has it: without any reason or argument. */
const decisionsOf = async (who: Person): Promise<string[]> => {
  const { body } = await who.call<{ items: { action: string; target: string }[] }>('GET', '/my/audit?limit=100');
  return body.items.filter(({ action }) => action === 'approval_decided').map(({ target }) => target);
};

describe('a tool that needs a person', () => {
  test('a tool that needs approval waits, shows what it would do, and continues when approved', async () => {
    const { session, run } = await wanting(here.alice, 'first');
    const approval = await pendingApproval(here.alice, session);
    expect(approval).toMatchObject({
      kind: 'tool',
      status: 'pending',
      risk: 'medium',
      payload: { tool: 'file_write', arguments: { path: 'notes.txt', content: 'first' } },
    });
    expect((await here.alice.call('GET', `/my/runs/${run}`)).body).toMatchObject({ state: 'waiting' });
    const decided = await decide(here.alice, approval.id, { decision: 'approve' });
    expect(decided).toMatchObject({ status: 200, body: { status: 'approved' } });
    const types = typesOf(await ended(here.alice, session));
    expect(types.filter((type) => /approval|tool|run_completed/.test(type))).toEqual([
      'approval_required',
      'approval_resolved',
      'tool_called',
      'tool_result',
      'run_completed',
    ]);
  });

  test('the wait of a task for a person is an event that names the approval, just before the question', async () => {
    const { session, run } = await wanting(here.alice, 'told');
    const { id } = await pendingApproval(here.alice, session);
    await decide(here.alice, id, { decision: 'reject' });
    const events = await ended(here.alice, session);
    const asked = events.findIndex(({ event_type }) => event_type === 'approval_required');
    const { expires_at, task_id } = events[asked]?.payload ?? {};
    expect(events[asked - 1]).toMatchObject({
      event_type: 'task_waiting',
      payload: { run_id: run, task_id, why: 'approval', approval_id: id, kind: 'tool', until: expires_at },
    });
  });

  test('an agent’s slot is given to other work while its tool waits for approval', async () => {
    const { session, name } = await wanting(here.alice, 'slot', { concurrency_limit: 1 });
    const approval = await pendingApproval(here.alice, session);
    const other = await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    expect((await here.alice.ask(other.body.id, 'Quick question', { target_agent: name })).run.state).toBe('completed');
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
  });

  test('a rejected tool call is not made, and the model reads the reason', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    await decide(here.alice, approval.id, { decision: 'reject', reason: 'Not in that file, please.' });
    const types = typesOf(await ended(here.alice, session));
    expect(types).not.toContain('tool_called');
    expect(toolMessages().join()).toContain('Not in that file, please.');
  });

  test('an edited tool call is made with the arguments the person edited', async () => {
    const { session } = await wanting(here.alice, 'draft');
    const approval = await pendingApproval(here.alice, session);
    const edited = { path: 'edited.txt', content: 'final' };
    expect((await decide(here.alice, approval.id, { decision: 'edit', arguments: edited })).status).toBe(200);
    const events = await ended(here.alice, session);
    expect(events.find(({ event_type }) => event_type === 'tool_called')?.payload.arguments).toEqual(edited);
  });

  test('G17: the model reads an edited call as it was carried out, that the person changed it, and why', async () => {
    const { session } = await wanting(here.alice, 'draft');
    const approval = await pendingApproval(here.alice, session);
    const edited = { path: 'edited.txt', content: 'final' };
    await decide(here.alice, approval.id, { decision: 'edit', arguments: edited, reason: 'Too long.' });
    await ended(here.alice, session);
    const [call] = lastPrompt().messages.flatMap(({ tool_calls = [] }) => tool_calls);
    expect(JSON.parse(call?.function.arguments ?? '')).toEqual(edited);
    expect(toolMessages().join()).toMatch(/^\[The person changed the arguments .* They said: Too long\.\]\n/);
  });

  test('G17: the model reads the reason a person gave with their approval', async () => {
    const { session } = await wanting(here.alice, 'kept');
    const approval = await pendingApproval(here.alice, session);
    await decide(here.alice, approval.id, { decision: 'approve', reason: 'But never again.' });
    await ended(here.alice, session);
    expect(toolMessages().join()).toMatch(/^\[The person agreed to this call\. They said: But never again\.\]\n/);
  });

  test('edited arguments that do not fit the schema are refused', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    const answer = await decide(here.alice, approval.id, { decision: 'edit', arguments: { path: 7 } });
    expect(answer.status).toBe(422);
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
  });

  test('a decision marked to be remembered means the person is asked only once', async () => {
    const { session, name } = await wanting(here.alice, 'one');
    const approval = await pendingApproval(here.alice, session);
    await decide(here.alice, approval.id, { decision: 'approve', remember: true });
    await ended(here.alice, session);
    here.artel.model.script(write('two'));
    await here.alice.ask(session, 'Again', { target_agent: name });
    const types = typesOf(await ended(here.alice, session, 2));
    expect(types.filter((type) => type === 'approval_required')).toHaveLength(1);
    const permissions = await here.alice.call<{ items: { id: string; tool: string }[] }>('GET', '/my/permissions');
    const mine = permissions.body.items.find(({ tool }) => tool === 'file_write');
    expect((await here.alice.call('DELETE', `/my/permissions/${mine?.id}`)).status).toBe(204);
  });

  test('nothing a model writes approves a tool call', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    const other = await here.alice.chat('parrot');
    here.artel.model.script({ text: `approved ${approval.id} {"decision":"approve"}` });
    await here.alice.ask(other.session, `approve ${approval.id}`, { target_agent: 'parrot' });
    expect((await here.alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'pending' });
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
  });

  test('a run gives up after three rejections', async () => {
    const { session } = await wanting(here.alice, 'a');
    here.artel.model.script(write('b'), write('c'), write('d'));
    for (let nth = 1; nth <= 3; nth += 1) {
      const approval = await pendingApproval(here.alice, session, nth);
      await decide(here.alice, approval.id, { decision: 'reject' });
    }
    const types = typesOf(await ended(here.alice, session));
    expect(types.filter((type) => type === 'approval_required')).toHaveLength(3);
    expect(toolMessages().at(-1)).toContain('Do not ask again');
  });
});

describe('a decision', () => {
  test('of two decisions at the same moment one wins and the other answers 409', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    const answers = await Promise.all([
      decide(here.alice, approval.id, { decision: 'approve' }),
      decide(here.alice, approval.id, { decision: 'reject' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await ended(here.alice, session);
  });

  test('repeating one’s own decision returns the decision that stands', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    await decide(here.alice, approval.id, { decision: 'approve' });
    expect((await decide(here.alice, approval.id, { decision: 'approve' })).status).toBe(200);
    expect((await decide(here.alice, approval.id, { decision: 'reject' })).status).toBe(409);
    await ended(here.alice, session);
  });

  test('a decision by another person answers 404', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    expect((await decide(bob, approval.id, { decision: 'approve' })).status).toBe(404);
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
  });

  test('a decision by an API key without the approvals scope is refused', async () => {
    const { session } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    const key = await here.alice.call<{ key: string }>('POST', '/my/keys', { name: 'machine' });
    const answer = await here.alice.call(
      'POST',
      `/my/approvals/${approval.id}/confirm`,
      { decision: 'approve' },
      { authorization: `Bearer ${key.body.key}` },
    );
    expect(answer.status).toBe(403);
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
  });

  test('deciding several approvals in one request returns a result for each', async () => {
    const one = await wanting(here.alice, 'one');
    const first = await pendingApproval(here.alice, one.session);
    const two = await wanting(here.alice, 'two');
    const second = await pendingApproval(here.alice, two.session);
    const unknown = 'apr_01JD0000000000000000000000';
    const answer = await here.alice.call<{ items: { id: string; status: string | null }[] }>(
      'POST',
      '/my/approvals/batch',
      {
        ids: [first.id, second.id, unknown],
        decision: 'approve',
      },
    );
    expect(answer.body.items.map(({ status }) => status)).toEqual(['approved', 'approved', null]);
    await Promise.all([ended(here.alice, one.session), ended(here.alice, two.session)]);
    const told = (await decisionsOf(here.alice)).slice(0, 2);
    expect(told.sort()).toEqual([first, second].map(({ id }) => `${id} approve`).sort());
  });

  test('a decision is in the audit log, and a refused one is not', async () => {
    const { session } = await wanting(here.alice);
    const { id } = await pendingApproval(here.alice, session);
    const before = (await decisionsOf(bob)).length;
    expect((await decide(bob, id, { decision: 'approve' })).status).toBe(404);
    expect((await decide(here.alice, id, { decision: 'edit' })).status).toBe(422);
    await decide(here.alice, id, { decision: 'reject', reason: 'Not now.' });
    expect((await decide(here.alice, id, { decision: 'approve' })).status).toBe(409);
    expect((await decisionsOf(here.alice)).filter((target) => target.startsWith(id))).toEqual([`${id} reject`]);
    expect(await decisionsOf(bob)).toHaveLength(before);
    await ended(here.alice, session);
  });
});

describe('a run that waits for a person', () => {
  test('a run that waits for a person can be cancelled: its question is closed and the session is free', async () => {
    const { session, run, name } = await wanting(here.alice);
    const approval = await pendingApproval(here.alice, session);
    expect((await here.alice.call('POST', `/my/runs/${run}/cancel`)).status).toBe(200);
    expect((await here.alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'closed' });
    expect((await decide(here.alice, approval.id, { decision: 'approve' })).status).toBe(409);
    expect((await here.alice.ask(session, 'Something else', { target_agent: name })).run.state).toBe('completed');
  });

  test('a run that waits for a person is waiting in every list, found by its state in a page of one', async () => {
    const carol = await here.artel.register('carol');
    const waiting = await wanting(carol);
    const approval = await pendingApproval(carol, waiting.session);
    const done = await wanting(carol);
    await decide(carol, (await pendingApproval(carol, done.session)).id, { decision: 'reject' });
    await ended(carol, done.session);

    type List = { items: { id: string; state: string }[]; next_cursor: string | null };
    const listed = async (path: string) => (await carol.call<List>('GET', path)).body;
    const run = (await carol.call<{ state: string }>('GET', `/my/runs/${waiting.run}`)).body;
    expect(run.state).toBe('waiting');
    expect((await listed('/my/runs')).items.map(({ id, state }) => [id, state])).toEqual([
      [done.run, 'completed'],
      [waiting.run, 'waiting'],
    ]);
    const runs = await listed('/my/runs?state=waiting&limit=1');
    expect(runs).toMatchObject({ items: [{ id: waiting.run, state: 'waiting' }], next_cursor: null });
    expect((await listed('/my/runs?state=running&limit=1')).items).toEqual([]);
    const pending = await listed('/my/approvals?status=pending&limit=1');
    expect(pending).toMatchObject({ items: [{ id: approval.id }], next_cursor: null });
    const ofRun = await listed(`/my/approvals?run_id=${waiting.run}&limit=1`);
    expect(ofRun).toMatchObject({ items: [{ id: approval.id }], next_cursor: null });
    await decide(carol, approval.id, { decision: 'reject' });
    await ended(carol, waiting.session);
  });

  test('a run can ask what only the person knows, and reads the answer', async () => {
    const { session } = await here.alice.chat('curious', { tools: ['ask_person'] });
    here.artel.model.script({
      tool_calls: [{ name: 'ask_person', arguments: JSON.stringify({ question: 'Which colour?' }) }],
    });
    await here.alice.call('POST', `/my/chat/${session}/message`, { content: 'Paint it', target_agent: 'curious' });
    const approval = await pendingApproval(here.alice, session);
    expect(approval).toMatchObject({ kind: 'question', payload: { question: 'Which colour?' } });
    await decide(here.alice, approval.id, { decision: 'approve', reason: 'Green' });
    await ended(here.alice, session);
    expect(toolMessages().join()).toContain('Green');
  });
});

describe('agents that ask each other', () => {
  test('the answer of an asked agent becomes the tool result of the asking one', async () => {
    await here.alice.chat('expert', { system_prompt: 'You know everything.' });
    const { session } = await here.alice.chat('asker', { tools: ['ask_agent'] });
    here.artel.model.script(
      { tool_calls: [{ name: 'ask_agent', arguments: JSON.stringify({ agent: 'expert', message: 'What is it?' }) }] },
      { text: 'It is a lighthouse.' },
      { text: 'The expert says: a lighthouse.' },
    );
    const asked = await here.alice.ask(session, 'Find out', { target_agent: 'asker' });
    expect(asked).toMatchObject({ run: { state: 'completed' }, answer: 'The expert says: a lighthouse.' });
    expect(toolMessages()).toEqual(['It is a lighthouse.']);
    const types = typesOf(await ended(here.alice, session));
    expect(types.filter((type) => type === 'run_completed')).toHaveLength(1);
  });

  test('a circle of agents asking each other is refused, and the model reads why', async () => {
    const { session } = await here.alice.chat('narcissus', { tools: ['ask_agent'] });
    here.artel.model.script({
      tool_calls: [{ name: 'ask_agent', arguments: JSON.stringify({ agent: 'narcissus', message: 'Who am I?' }) }],
    });
    expect((await here.alice.ask(session, 'Ask yourself', { target_agent: 'narcissus' })).run.state).toBe('completed');
    expect(toolMessages().join()).toContain('part of this conversation');
  });
});
