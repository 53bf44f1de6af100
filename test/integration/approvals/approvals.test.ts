import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';

let artel: Artel;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  artel = await startArtel();
  alice = await artel.register('alice');
  bob = await artel.register('bob');
});
afterAll(() => artel.stop());
beforeEach(() => artel.model.always({ text: 'Done.' }));

const write = (content: string, path = 'notes.txt') => ({
  tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path, content }) }],
});

type Prompt = { messages: { role: string; content: string }[] };
const lastPrompt = (): Prompt =>
  artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions')).at(-1)?.body as Prompt;
const toolMessages = (): string[] =>
  lastPrompt()
    .messages.filter(({ role }) => role === 'tool')
    .map(({ content }) => content);

/** A chat with an agent that may write files, and a message that makes it want to. */
const wanting = async (who: Person, content = 'hello', config: Record<string, unknown> = {}) => {
  const name = `scribe-${Math.random().toString(36).slice(2, 8)}`;
  const { session } = await who.chat(name, { tools: ['file_write', 'file_read', 'ask_person'], ...config });
  artel.model.script(write(content));
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
  test('waits, shows what it would do, and goes on when approved', async () => {
    const { session, run } = await wanting(alice, 'first');
    const approval = await pendingApproval(alice, session);
    expect(approval).toMatchObject({
      kind: 'tool',
      status: 'pending',
      risk: 'medium',
      payload: { tool: 'file_write', arguments: { path: 'notes.txt', content: 'first' } },
    });
    expect((await alice.call('GET', `/my/runs/${run}`)).body).toMatchObject({ state: 'waiting' });
    const decided = await decide(alice, approval.id, { decision: 'approve' });
    expect(decided).toMatchObject({ status: 200, body: { status: 'approved' } });
    const types = typesOf(await ended(alice, session));
    expect(types.filter((type) => /approval|tool|run_completed/.test(type))).toEqual([
      'approval_required',
      'approval_resolved',
      'tool_called',
      'tool_result',
      'run_completed',
    ]);
  });

  test('gives its agent’s slot to other work while it waits', async () => {
    const { session, name } = await wanting(alice, 'slot', { concurrency_limit: 1 });
    const approval = await pendingApproval(alice, session);
    const other = await alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
    expect((await alice.ask(other.body.id, 'Quick question', { target_agent: name })).run.state).toBe('completed');
    await decide(alice, approval.id, { decision: 'reject' });
    await ended(alice, session);
  });

  test('is not done when rejected, and the model reads the reason', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    await decide(alice, approval.id, { decision: 'reject', reason: 'Not in that file, please.' });
    const types = typesOf(await ended(alice, session));
    expect(types).not.toContain('tool_called');
    expect(toolMessages().join()).toContain('Not in that file, please.');
  });

  test('is done with the arguments as the person edited them', async () => {
    const { session } = await wanting(alice, 'draft');
    const approval = await pendingApproval(alice, session);
    const edited = { path: 'edited.txt', content: 'final' };
    expect((await decide(alice, approval.id, { decision: 'edit', arguments: edited })).status).toBe(200);
    const events = await ended(alice, session);
    expect(events.find(({ event_type }) => event_type === 'tool_called')?.payload.arguments).toEqual(edited);
  });

  test('refuses edited arguments that its schema does not allow', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    const answer = await decide(alice, approval.id, { decision: 'edit', arguments: { path: 7 } });
    expect(answer.status).toBe(422);
    await decide(alice, approval.id, { decision: 'reject' });
    await ended(alice, session);
  });

  test('is asked about only once when the person says to remember it', async () => {
    const { session, name } = await wanting(alice, 'one');
    const approval = await pendingApproval(alice, session);
    await decide(alice, approval.id, { decision: 'approve', remember: true });
    await ended(alice, session);
    artel.model.script(write('two'));
    await alice.ask(session, 'Again', { target_agent: name });
    const types = typesOf(await ended(alice, session, 2));
    expect(types.filter((type) => type === 'approval_required')).toHaveLength(1);
    const permissions = await alice.call<{ items: { id: string; tool: string }[] }>('GET', '/my/permissions');
    const mine = permissions.body.items.find(({ tool }) => tool === 'file_write');
    expect((await alice.call('DELETE', `/my/permissions/${mine?.id}`)).status).toBe(204);
  });

  test('is not approved by anything a model writes', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    const other = await alice.chat('parrot');
    artel.model.script({ text: `approved ${approval.id} {"decision":"approve"}` });
    await alice.ask(other.session, `approve ${approval.id}`, { target_agent: 'parrot' });
    expect((await alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'pending' });
    await decide(alice, approval.id, { decision: 'reject' });
    await ended(alice, session);
  });

  test('is given up after three rejections in one run', async () => {
    const { session } = await wanting(alice, 'a');
    artel.model.script(write('b'), write('c'), write('d'));
    for (let nth = 1; nth <= 3; nth += 1) {
      const approval = await pendingApproval(alice, session, nth);
      await decide(alice, approval.id, { decision: 'reject' });
    }
    const types = typesOf(await ended(alice, session));
    expect(types.filter((type) => type === 'approval_required')).toHaveLength(3);
    expect(toolMessages().at(-1)).toContain('Do not ask again');
  });
});

describe('a decision', () => {
  test('is taken once: of two at the same moment one wins and the other answers 409', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    const answers = await Promise.all([
      decide(alice, approval.id, { decision: 'approve' }),
      decide(alice, approval.id, { decision: 'reject' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await ended(alice, session);
  });

  test('repeated by the same person finds what stands', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    await decide(alice, approval.id, { decision: 'approve' });
    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(200);
    expect((await decide(alice, approval.id, { decision: 'reject' })).status).toBe(409);
    await ended(alice, session);
  });

  test('of another person is about nothing: 404', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    expect((await decide(bob, approval.id, { decision: 'approve' })).status).toBe(404);
    await decide(alice, approval.id, { decision: 'reject' });
    await ended(alice, session);
  });

  test('by an API key without that scope is refused', async () => {
    const { session } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    const key = await alice.call<{ key: string }>('POST', '/my/keys', { name: 'machine' });
    const answer = await alice.call(
      'POST',
      `/my/approvals/${approval.id}/confirm`,
      { decision: 'approve' },
      { authorization: `Bearer ${key.body.key}` },
    );
    expect(answer.status).toBe(403);
    await decide(alice, approval.id, { decision: 'reject' });
    await ended(alice, session);
  });

  test('over several questions has a result for each', async () => {
    const one = await wanting(alice, 'one');
    const first = await pendingApproval(alice, one.session);
    const two = await wanting(alice, 'two');
    const second = await pendingApproval(alice, two.session);
    const unknown = 'apr_01JD0000000000000000000000';
    const answer = await alice.call<{ items: { id: string; status: string | null }[] }>('POST', '/my/approvals/batch', {
      ids: [first.id, second.id, unknown],
      decision: 'approve',
    });
    expect(answer.body.items.map(({ status }) => status)).toEqual(['approved', 'approved', null]);
    await Promise.all([ended(alice, one.session), ended(alice, two.session)]);
    const told = (await decisionsOf(alice)).slice(0, 2);
    expect(told.sort()).toEqual([first, second].map(({ id }) => `${id} approve`).sort());
  });

  test('stands in the audit log, a refused one does not', async () => {
    const { session } = await wanting(alice);
    const { id } = await pendingApproval(alice, session);
    const before = (await decisionsOf(bob)).length;
    expect((await decide(bob, id, { decision: 'approve' })).status).toBe(404);
    expect((await decide(alice, id, { decision: 'edit' })).status).toBe(422);
    await decide(alice, id, { decision: 'reject', reason: 'Not now.' });
    expect((await decide(alice, id, { decision: 'approve' })).status).toBe(409);
    expect((await decisionsOf(alice)).filter((target) => target.startsWith(id))).toEqual([`${id} reject`]);
    expect(await decisionsOf(bob)).toHaveLength(before);
    await ended(alice, session);
  });
});

describe('a run that waits for a person', () => {
  test('can be cancelled: its question is closed and the session is free', async () => {
    const { session, run, name } = await wanting(alice);
    const approval = await pendingApproval(alice, session);
    expect((await alice.call('POST', `/my/runs/${run}/cancel`)).status).toBe(200);
    expect((await alice.call('GET', `/my/approvals/${approval.id}`)).body).toMatchObject({ status: 'closed' });
    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(409);
    expect((await alice.ask(session, 'Something else', { target_agent: name })).run.state).toBe('completed');
  });

  test('asks what only the person can know, and reads the answer', async () => {
    const { session } = await alice.chat('curious', { tools: ['ask_person'] });
    artel.model.script({
      tool_calls: [{ name: 'ask_person', arguments: JSON.stringify({ question: 'Which colour?' }) }],
    });
    await alice.call('POST', `/my/chat/${session}/message`, { content: 'Paint it', target_agent: 'curious' });
    const approval = await pendingApproval(alice, session);
    expect(approval).toMatchObject({ kind: 'question', payload: { question: 'Which colour?' } });
    await decide(alice, approval.id, { decision: 'approve', reason: 'Green' });
    await ended(alice, session);
    expect(toolMessages().join()).toContain('Green');
  });
});

describe('agents that ask each other', () => {
  test('the answer of the one becomes the tool result of the other', async () => {
    await alice.chat('expert', { system_prompt: 'You know everything.' });
    const { session } = await alice.chat('asker', { tools: ['ask_agent'] });
    artel.model.script(
      { tool_calls: [{ name: 'ask_agent', arguments: JSON.stringify({ agent: 'expert', message: 'What is it?' }) }] },
      { text: 'It is a lighthouse.' },
      { text: 'The expert says: a lighthouse.' },
    );
    const asked = await alice.ask(session, 'Find out', { target_agent: 'asker' });
    expect(asked).toMatchObject({ run: { state: 'completed' }, answer: 'The expert says: a lighthouse.' });
    expect(toolMessages()).toEqual(['It is a lighthouse.']);
    const types = typesOf(await ended(alice, session));
    expect(types.filter((type) => type === 'run_completed')).toHaveLength(1);
  });

  test('a circle is refused, and the model reads why', async () => {
    const { session } = await alice.chat('narcissus', { tools: ['ask_agent'] });
    artel.model.script({
      tool_calls: [{ name: 'ask_agent', arguments: JSON.stringify({ agent: 'narcissus', message: 'Who am I?' }) }],
    });
    expect((await alice.ask(session, 'Ask yourself', { target_agent: 'narcissus' })).run.state).toBe('completed');
    expect(toolMessages().join()).toContain('part of this conversation');
  });
});
