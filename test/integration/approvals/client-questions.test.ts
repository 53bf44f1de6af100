import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_NOTED_QUESTIONS } from '../../../shared/bus/index.ts';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { typesOf } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';
import type { TableItem } from '../../support/operator.ts';

/* Requirements: AP8. */

const here = inArtel();

let bob: Person;
beforeAll(async () => {
  bob = await here.artel.register('bob');
});
beforeEach(() => here.artel.model.always({ text: 'Done.' }));

type Run = { session: string; run: string };
type Noted = { id: string; task_id: string; status: string; detail?: string; errors?: { path: string }[] };

const ask = (who: Person, run: string, body: object, headers?: Record<string, string>) =>
  who.call<Noted>('POST', `/my/runs/${run}/approvals`, body, headers);

/** A run whose agent waits for its person, because it wants to write a file: it stays under way for as long as a test likes. */
const waitingRun = async (who: Person): Promise<Run & { tool: string }> => {
  const name = `scribe-${crypto.randomUUID().slice(0, 8)}`;
  const { session } = await who.chat(name, { tools: ['file_write'] });
  const args = JSON.stringify({ path: 'notes.txt', content: 'hello' });
  here.artel.model.script({ tool_calls: [{ name: 'file_write', arguments: args }] });
  const { body } = await who.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Write it down',
    target_agent: name,
  });
  return { session, run: body.run.id, tool: (await pendingApproval(who, session)).id };
};

const isChat = ({ path }: { path: string }): boolean => path.endsWith('/chat/completions');
const chatCalls = () => here.artel.model.requests.filter(isChat);
const lastPrompt = (): string => JSON.stringify(chatCalls().at(-1)?.body);

describe('a client that has its run ask the person', () => {
  test('the run waits for the decision, and its agent reads the answer', async () => {
    const { session, run, tool } = await waitingRun(here.alice);
    const payload = { draft: 'Version 2' };
    const noted = await ask(here.alice, run, { question: 'Publish it?', payload, risk: 'high', expires_in: 120 });
    expect(noted).toMatchObject({ status: 202, body: { status: 'noted', run_id: run } });
    await decide(here.alice, tool, { decision: 'approve' });
    const asked = await pendingApproval(here.alice, session, 2);
    expect(asked).toMatchObject({
      id: noted.body.id,
      kind: 'question',
      risk: 'high',
      payload: { question: 'Publish it?', draft: 'Version 2' },
    });
    const { created_at, expires_at } = asked as unknown as Record<'created_at' | 'expires_at', string>;
    expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(120_000);
    expect((await here.alice.call('GET', `/my/runs/${run}`)).body).toMatchObject({ state: 'waiting' });
    await decide(here.alice, asked.id, { decision: 'approve', reason: 'Yes, on Monday.' });
    const events = await ended(here.alice, session);
    expect(typesOf(events).filter((type) => type === 'task_waiting')).toHaveLength(2);
    expect(lastPrompt()).toContain('Publish it?');
    expect(lastPrompt()).toContain('Yes, on Monday.');
  });

  test('an answer that fits the schema of the question reaches the agent, and one that does not is refused', async () => {
    const { session, run, tool } = await waitingRun(here.alice);
    const schema = { type: 'object', properties: { colour: { type: 'string' } }, required: ['colour'] };
    await ask(here.alice, run, { question: 'Which colour?', schema });
    await decide(here.alice, tool, { decision: 'approve' });
    const { id } = await pendingApproval(here.alice, session, 2);
    expect((await decide(here.alice, id, { decision: 'edit', arguments: { colour: 7 } })).status).toBe(422);
    expect((await decide(here.alice, id, { decision: 'edit', arguments: { colour: 'teal' } })).status).toBe(200);
    await ended(here.alice, session);
    expect(lastPrompt()).toContain('teal');
  });

  test('a question that comes while the model writes its answer is asked before the run ends', async () => {
    const name = `writer-${crypto.randomUUID().slice(0, 8)}`;
    const { session } = await here.alice.chat(name, {});
    const gate = Promise.withResolvers<void>();
    const before = chatCalls().length;
    here.artel.model.script({ text: 'A first answer.', gate: gate.promise }, { text: 'A second answer.' });
    const { body } = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
      content: 'Write',
      target_agent: name,
    });
    await here.artel.model.waitFor(before + 1, isChat);
    expect((await ask(here.alice, body.run.id, { question: 'Is it good?' })).status).toBe(202);
    gate.resolve();
    const { id } = await pendingApproval(here.alice, session);
    await decide(here.alice, id, { decision: 'reject', reason: 'Shorter, please.' });
    const events = await ended(here.alice, session);
    expect(lastPrompt()).toContain('Shorter, please.');
    expect(JSON.stringify(events.at(-1))).toContain('completed');
  });

  test('AP8: a question that nobody answers in its time expires, and the agent goes on knowing that', async () => {
    const { session, run, tool } = await waitingRun(here.alice);
    await ask(here.alice, run, { question: 'Publish it?', expires_in: 60 });
    await decide(here.alice, tool, { decision: 'approve' });
    const { id } = await pendingApproval(here.alice, session, 2);
    const items = await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`);
    const item = items.find(({ kind, approval_id }) => kind === 'approval' && approval_id === id);
    await here.operator.put({ ...item, open_until: Date.now() - 1, due_at: Date.now() - 1 } as TableItem);
    await here.artel.cloud.sweep();
    const events = await ended(here.alice, session);
    expect(events.at(-1)?.payload).toMatchObject({ state: 'completed' });
    expect(lastPrompt()).toContain('Publish it?');
    expect(lastPrompt()).toContain('Nobody answered in time.');
    expect((await here.alice.call('GET', `/my/approvals/${id}`)).body).toMatchObject({ status: 'expired' });
    expect((await decide(here.alice, id, { decision: 'approve' })).status).toBe(409);
  });

  test('AP8: a question repeated under its Idempotency-Key is asked once; with another body the key is refused', async () => {
    const { session, run, tool } = await waitingRun(here.alice);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await ask(here.alice, run, { question: 'Publish it?' }, key);
    const again = await ask(here.alice, run, { question: 'Publish it?' }, key);
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await ask(here.alice, run, { question: 'Print it?' }, key)).status).toBe(422);
    await decide(here.alice, tool, { decision: 'approve' });
    await decide(here.alice, (await pendingApproval(here.alice, session, 2)).id, { decision: 'approve' });
    await ended(here.alice, session);
    const { body } = await here.alice.call<{ items: { id: string }[] }>('GET', `/my/approvals?run_id=${run}`);
    expect(body.items.map(({ id }) => id)).toEqual([first.body.id, tool]);
    expect((await ask(here.alice, run, { question: 'Publish it?' }, key)).body).toEqual(first.body);
  });

  test('a question that comes while an answer is being remembered leaves no memory of that answer', async () => {
    const name = `keeper-${crypto.randomUUID().slice(0, 8)}`;
    const { session } = await here.alice.chat(name, {});
    const gate = Promise.withResolvers<void>();
    const ofAnswer = ({ path, body }: { path: string; body: unknown }): boolean =>
      path.endsWith('/embeddings') && JSON.stringify(body).includes('An answer of before.');
    here.artel.model.script({ text: 'An answer of before.' }, { embeddings: { gate: gate.promise }, when: ofAnswer });
    const { body } = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
      content: 'Write',
      target_agent: name,
    });
    await here.artel.model.waitFor(1, ofAnswer);
    expect((await ask(here.alice, body.run.id, { question: 'Is it good?' })).status).toBe(202);
    gate.resolve();
    await pendingApproval(here.alice, session);
    await here.alice.call('POST', `/my/runs/${body.run.id}/cancel`);
    await ended(here.alice, session);
    expect((await here.alice.call('GET', `/my/agents/${name}/context`)).body).toMatchObject({ items: [] });
  });

  test('a cancelled run takes its questions with it, and takes no more', async () => {
    const { session, run } = await waitingRun(here.alice);
    const { body } = await ask(here.alice, run, { question: 'Now?' });
    await here.alice.call('POST', `/my/runs/${run}/cancel`);
    await ended(here.alice, session);
    expect((await here.alice.call('GET', `/my/approvals/${body.id}`)).status).toBe(404);
    const refused = await ask(here.alice, run, { question: 'Now?' });
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('cancelled') } });
  });

  test(`a task holds ${MAX_NOTED_QUESTIONS} questions that it has not asked yet`, async () => {
    const { session, run, tool } = await waitingRun(here.alice);
    const answers = [];
    for (let nth = 0; nth <= MAX_NOTED_QUESTIONS; nth += 1)
      answers.push(await ask(here.alice, run, { question: `${nth}?` }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(MAX_NOTED_QUESTIONS).fill(202), 409]);
    await decide(here.alice, tool, { decision: 'approve' });
    expect((await pendingApproval(here.alice, session, 2)).id).toBe(answers[0]?.body.id);
    expect((await ask(here.alice, run, { question: 'One more?' })).status).toBe(202);
    expect((await ask(here.alice, run, { question: 'And another?' })).status).toBe(409);
    await here.alice.call('POST', `/my/runs/${run}/cancel`);
    await ended(here.alice, session);
  });

  test('what is wrong with a question is told by field, and another person finds no such run', async () => {
    const { session, run } = await waitingRun(here.alice);
    const wrong = {
      question: ' ',
      risk: 'huge',
      expires_in: 5,
      schema: { $ref: '#/nowhere' },
      payload: { a: 'x'.repeat(9_000) },
    };
    const { status, body } = await ask(here.alice, run, wrong);
    expect(status).toBe(422);
    expect(new Set(body.errors?.map(({ path }) => path))).toEqual(new Set(Object.keys(wrong)));
    const foreign = { question: 'Now?', task_id: 'tsk_01ZZZZZZZZZZZZZZZZZZZZZZZZ' };
    expect((await ask(here.alice, run, foreign)).body.errors).toMatchObject([{ path: 'task_id' }]);
    expect((await ask(bob, run, { question: 'Now?' })).status).toBe(404);
    await here.alice.call('POST', `/my/runs/${run}/cancel`);
    await ended(here.alice, session);
  });
});
