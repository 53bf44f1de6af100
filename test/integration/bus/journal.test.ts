import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BUS3, WEB1. */

const here = inArtel();

let bob: Person;
beforeAll(async () => {
  bob = await here.artel.register('bob');
});
beforeEach(() => here.artel.model.always({ text: 'Done.' }));

type Step = {
  task_id: string;
  number: number;
  kind: string;
  began_at: string;
  ended_at: string;
  is_cut: boolean;
  [field: string]: unknown;
};
type Page = { items: Step[]; next_cursor: string | null };

const pageOf = async (who: Person, run: string, query = ''): Promise<Page> => {
  const { status, body } = await who.call<Page>('GET', `/my/runs/${run}/journal${query}`);
  expect(status).toBe(200);
  return body;
};
const journalOf = async (who: Person, run: string): Promise<Step[]> => (await pageOf(who, run)).items;

const send = async (who: Person, session: string, message: Record<string, unknown>): Promise<string> => {
  const { body } = await who.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Go on.',
    ...message,
  });
  return body.run.id;
};

const clock = { name: 'clock', arguments: '{}' };
const writing = (path: string, content: string) => ({
  name: 'file_write',
  arguments: JSON.stringify({ path, content }),
});

const quick = { approval: { min_risk: 'high' } };

/** Each began after the one before had ended, and ended after it had begun. */
const expectInOrder = (steps: readonly Step[]): void => {
  const times = steps.flatMap(({ began_at, ended_at }) => [Date.parse(began_at), Date.parse(ended_at)]);
  expect(times.every(Number.isFinite)).toBe(true);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
};

describe('the journal of a run', () => {
  test('a run shows what its model said and called, as carried out, and how long it waited for its person', async () => {
    const { session, agent } = await here.alice.chat('scribe', { tools: ['clock', 'file_write'] });
    here.artel.model.script({
      text: 'I will look and write.',
      reasoning: 'Nobody is to read this thought.',
      tool_calls: [clock, writing('draft.txt', 'hello')],
    });
    const run = await send(here.alice, session, { target_agent: agent });
    const asked = await pendingApproval(here.alice, session);
    await decide(here.alice, asked.id, {
      decision: 'edit',
      arguments: { path: 'final.txt', content: 'hello' },
      reason: 'A better name.',
    });
    await ended(here.alice, session);

    const steps = await journalOf(here.alice, run);
    expect(steps).toMatchObject([
      {
        number: 1,
        kind: 'model',
        text: 'I will look and write.',
        calls: [{ name: 'clock' }, { name: 'file_write', arguments: expect.stringContaining('draft.txt') }],
        stop: { finish: 'tool_calls' },
        usage: { model: 'scripted' },
        is_cut: false,
      },
      { number: 2, kind: 'tool', name: 'clock', arguments: '{}', outcome: 'done' },
      {
        number: 3,
        kind: 'tool',
        name: 'file_write',
        arguments: expect.stringContaining('final.txt'),
        outcome: 'done',
        approval_id: asked.id,
        consent: { edited: true, reason: 'A better name.' },
      },
    ]);
    expect(steps[1]?.content).toMatch(/\d{4}-\d\d-\d\d/);
    expect(steps[1]).not.toHaveProperty('approval_id');
    expectInOrder(steps);
    const { body } = await here.alice.call<{ created_at: string; resolved_at: string }>(
      'GET',
      `/my/approvals/${asked.id}`,
    );
    expect(Date.parse(steps[1]?.ended_at ?? '')).toBeLessThanOrEqual(Date.parse(body.created_at));
    expect(Date.parse(steps[2]?.began_at ?? '')).toBeGreaterThanOrEqual(Date.parse(body.resolved_at));
    expect(JSON.stringify(steps)).not.toContain('thought');
  });

  test('a person’s answer to a question of a client is a step of its own', async () => {
    const { session, agent } = await here.alice.chat('publisher', { tools: ['file_write'] });
    here.artel.model.script({ tool_calls: [writing('a.txt', 'hello')] });
    const run = await send(here.alice, session, { target_agent: agent });
    const tool = await pendingApproval(here.alice, session);
    await here.alice.call('POST', `/my/runs/${run}/approvals`, { question: 'Publish it?' });
    await decide(here.alice, tool.id, { decision: 'reject', reason: 'Not that.' });
    const question = await pendingApproval(here.alice, session, 2);
    await decide(here.alice, question.id, { decision: 'approve', reason: 'On Monday.' });
    await ended(here.alice, session);
    expect(await journalOf(here.alice, run)).toMatchObject([
      { kind: 'model' },
      { kind: 'tool', outcome: 'rejected', content: expect.stringContaining('Not that.'), approval_id: tool.id },
      { kind: 'person', text: expect.stringMatching(/Publish it\?.*\n.*On Monday\./), approval_id: question.id },
    ]);
  });

  test('the tasks of a plan stand one after the other, and page by page the same as at once', async () => {
    const { session, agent } = await here.alice.chat('planned', { tools: ['clock'], ...quick });
    here.artel.model.script(...Array.from({ length: 4 }, () => ({ tool_calls: [clock], when: isFirstCall })));
    const run = await send(here.alice, session, {
      plan: { tasks: ['first', 'second'].map((id) => ({ id, description: `The ${id} one`, agent })) },
    });
    await ended(here.alice, session);
    const { body } = await here.alice.call<{ tasks: { id: string }[] }>('GET', `/my/runs/${run}`);
    const steps = await journalOf(here.alice, run);
    expect(steps.map(({ task_id, number, kind }) => [task_id, number, kind])).toEqual(
      body.tasks.flatMap(({ id }) => [
        [id, 1, 'model'],
        [id, 2, 'tool'],
      ]),
    );
    for (const { id } of body.tasks) expectInOrder(steps.filter(({ task_id }) => task_id === id));
    const paged: Step[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await pageOf(here.alice, run, `?limit=1${cursor && `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(1);
      paged.push(...page.items);
      cursor = page.next_cursor;
    }
    expect(paged).toEqual(steps);
  });

  test('an agent that asked another one shows its answer, which took as long as the other worked', async () => {
    await here.alice.chat('expert', quick);
    const { session, agent } = await here.alice.chat('asker', { tools: ['ask_agent'], ...quick });
    const question = { name: 'ask_agent', arguments: JSON.stringify({ agent: 'expert', message: 'Is it so?' }) };
    here.artel.model.script({ tool_calls: [question] }, { text: 'It is so.' });
    const { run } = await here.alice.ask(session, 'Ask.', { target_agent: agent });
    expect(run.state).toBe('completed');
    const steps = await journalOf(here.alice, run.id);
    expect(steps).toMatchObject([
      { kind: 'model' },
      { kind: 'tool', name: 'ask_agent', outcome: 'done', content: 'It is so.' },
    ]);
    expectInOrder(steps);
    expect(Date.parse(steps[1]?.ended_at ?? '')).toBeGreaterThan(Date.parse(steps[1]?.began_at ?? ''));
  });

  test('of a long text the beginning is shown, and that it was cut', async () => {
    const { session, agent } = await here.alice.chat('writer', { tools: ['file_write', 'file_read'], ...quick });
    const long = 'long '.repeat(9_000);
    const reading = { name: 'file_read', arguments: '{"path":"long.txt"}' };
    here.artel.model.script({ tool_calls: [writing('long.txt', long)] }, { tool_calls: [reading] });
    const { run } = await here.alice.ask(session, 'Write.', { target_agent: agent });
    const [asked, wrote, , read] = await journalOf(here.alice, run.id);
    const begun = expect.stringMatching(/^\{"path":"long\.txt","content":"long .{900,1000}…$/);
    expect(asked).toMatchObject({ is_cut: true, calls: [{ arguments: begun }] });
    expect([wrote?.is_cut, read?.is_cut]).toEqual([true, true]);
    expect(String(wrote?.arguments)).toMatch(/^\{"path":"long\.txt","content":"long .{7000,}…$/);
    expect(String(wrote?.arguments)).toHaveLength(8_001);
    expect(String(read?.content)).toMatch(/^long long .*…$/s);
  });

  test('a run that answered at once has no steps', async () => {
    const { session, agent } = await here.alice.chat('brief');
    const { run } = await here.alice.ask(session, 'Hello', { target_agent: agent });
    expect(await pageOf(here.alice, run.id)).toEqual({ items: [], next_cursor: null });
  });

  test('nobody reads the journal of another person’s run, or of one that does not exist', async () => {
    const { session, agent } = await here.alice.chat('private', { tools: ['clock'], ...quick });
    here.artel.model.script({ tool_calls: [clock] });
    const { run } = await here.alice.ask(session, 'What time is it?', { target_agent: agent });
    expect(await journalOf(here.alice, run.id)).toHaveLength(2);
    for (const [who, id] of [
      [bob, run.id],
      [here.alice, 'run_01ZZZZZZZZZZZZZZZZZZZZZZZZ'],
    ] as const) {
      const { status, body } = await who.call('GET', `/my/runs/${id}/journal`);
      expect([status, body.error_code]).toEqual([404, 'not_found']);
    }
  });
});

/** A task’s first call of the model: nothing was called before it. */
const isFirstCall = ({ path, body }: { path: string; body: Record<string, unknown> }): boolean =>
  path.endsWith('/chat/completions') &&
  !(body.messages as { role: string }[]).some(({ role }) => role === 'tool') &&
  JSON.stringify(body).includes(' one');
