import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import type { Run } from '../../support/artel.ts';
import { expectHealthy } from '../../support/healthy.ts';
import { inArtel } from '../../support/in-artel.ts';
import { isPlanning } from '../../support/plans.ts';
import { type Inventory, inventoryOf } from './inventory.ts';

/* Requirements: WS1, AG4, CH9. */

const here = inArtel();

/** Past what is kept inline, so that it becomes an object. */
const LONG = 'a long text '.repeat(4_000);
/**
 * What a user has used, and what was done, is kept when the thing itself goes: ids and figures, no contents. A list of the
 * project's agents that was cached before is asked for by nobody after the removal, and goes five minutes after it was made.
 */
const KEPT_ON_PURPOSE = / (USAGE|CHARGE|AUDIT|CACHE)#\S+$/;
/** A project's files have a history, which names who wrote them and in which run; it is the project's. */
const FILE_HISTORY = / WORKSPACE_VERSION#\d+$/;

type World = { project: string; base: string; session: string; agents: string[]; runs: string[] };
let world: World;

const call = async <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> => {
  const answer = await here.alice.call<T>(method, path, body, headers);
  if (answer.status >= 300)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const say = (base: string, session: string, body: object) =>
  call<{ run: Run }>('POST', `${base}/chat/${session}/message?wait=25`, body);

/** Answers everything with long texts; draws up a plan of twelve tasks with long descriptions. */
const scriptModel = (): void => {
  const task = (_: unknown, n: number) => ({
    id: `t${n}`,
    agent: 'ann',
    description: `Part ${n}. ${'Look at it closely. '.repeat(190)}`,
    depends_on: [],
    expected_output: null,
  });
  const plan = JSON.stringify({ tasks: Array.from({ length: 12 }, task), uses_history: false });
  here.artel.model.always((request) => ({ text: isPlanning(request) ? plan : LONG }));
};

const writesFile = (path: string) =>
  here.artel.model.script({ tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path, content: LONG }) }] });

const pending = async (base: string): Promise<number> =>
  (await call<{ items: unknown[] }>('GET', `${base}/approvals?status=pending`)).items.length;

/** A project in which everything has happened that leaves something behind, made through the public interface. */
beforeEach(async () => {
  here.artel.model.forget();
  scriptModel();
  const { id: project } = await call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
  const base = `/my/projects/${project}`;
  const agents: string[] = [];
  for (const [name, min_risk] of [
    ['ann', 'high'],
    ['careful', 'low'],
  ]) {
    const config = { name, system_prompt: LONG.slice(0, 8_000), tools: ['file_write'], approval: { min_risk } };
    agents.push((await call<{ key: string }>('POST', `${base}/agents`, config)).key);
  }
  await call('POST', `${base}/secrets`, { name: 'weather', value: 'a secret value' });
  const memory = { text: '記'.repeat(20_000) };
  await call('POST', `${base}/agents/ann/context`, memory, { 'idempotency-key': crypto.randomUUID() });
  const { id: session } = await call<{ id: string }>('POST', `${base}/chat/sessions`, { title: 'Plans' });
  writesFile('notes/plan.md');
  const direct = await say(base, session, { content: LONG, target_agent: 'ann' });
  const planned = await say(base, session, { content: 'Prepare the garden for the winter, in several steps.' });
  expect([direct.run.state, planned.run.state]).toEqual(['completed', 'completed']);
  writesFile('notes/asked.md');
  const asked = await call<{ run: Run }>('POST', `${base}/chat/${session}/message`, {
    content: 'Write it down.',
    target_agent: 'careful',
  });
  await expect.poll(() => pending(base)).toBe(1);
  world = { project, base, session, agents, runs: [direct, planned, asked].map(({ run }) => run.id) };
});

/** Nothing is left that belongs to what is gone, and all that stays adds up. */
afterEach(() => expectHealthy(here.operator, here.alice));

const left = (...ids: string[]): Promise<Inventory> => inventoryOf(here.artel.cloud, here.operator, ids);
const unexpected = ({ items }: Inventory): string[] => items.filter((key) => !KEPT_ON_PURPOSE.test(key));

test('a deleted session leaves nothing in the table, the bucket, the vector store or a queue', async () => {
  const { base, session, runs, project } = world;
  const before = await left(session, ...runs);
  expect(before.items.length).toBeGreaterThan(30);
  expect(before.vectors.length).toBeGreaterThan(0);
  const objects = (await left(project)).objects;
  expect(objects.filter((key) => key.includes('/texts/')).length).toBeGreaterThan(10);
  await call('DELETE', `${base}/chat/sessions/${session}`);
  await here.artel.cloud.sweep();
  await lastLooks(session);
  const after = await left(session, ...runs);
  expect(unexpected(after).filter((key) => !FILE_HISTORY.test(key))).toEqual([]);
  expect(after.vectors).toEqual([]);
  expect(after.messages).toBe(0);
  // Files, plans that are found again and answers to repeated requests are the project's.
  const rest = (await left(project)).objects.map((key) => key.replace(/^u\/[^/]+\/[^/]+\//, ''));
  expect(rest.filter((key) => !/^(workspace\/|texts\/(plan-|reply_))/.test(key))).toEqual([]);
});

/** What is asked is allowed, once and for all; its run then ends. */
const rememberPermission = async (base: string): Promise<void> => {
  const { items } = await call<{ items: { id: string; run_id: string }[] }>('GET', `${base}/approvals?status=pending`);
  const [asked] = items;
  await call('POST', `${base}/approvals/${asked?.id}/confirm`, { decision: 'approve', remember: true });
  const state = async () => (await call<Run>('GET', `${base}/runs/${asked?.run_id}`)).state;
  await expect.poll(state).toBe('completed');
};

test('a deleted agent leaves nothing but the history of its sessions', async () => {
  const { base, session, agents } = world;
  const [ann = '', careful = ''] = agents;
  expect((await left(ann)).vectors.length).toBeGreaterThan(0);
  await rememberPermission(base);
  expect((await left(careful)).items.filter((key) => key.includes(' PERMISSION#'))).toHaveLength(1);
  for (const name of ['ann', 'careful']) await call('DELETE', `${base}/agents/${name}`);
  await here.artel.cloud.sweep();
  expect((await left(ann)).vectors).toEqual([]);
  await call('DELETE', `${base}/chat/sessions/${session}`);
  await here.artel.cloud.sweep();
  await lastLooks(ann, careful, session);
  const after = await left(ann, careful);
  expect(unexpected(after).filter((key) => !FILE_HISTORY.test(key))).toEqual([]);
  expect(after.messages).toBe(0);
});

test('a deleted project leaves nothing in the table, the bucket, the vector store or a queue', async () => {
  const { project, session, runs, agents } = world;
  const before = await left(project);
  expect(before.objects.some((key) => key.includes('/texts/plan-'))).toBe(true);
  expect(before.objects.some((key) => key.includes('/texts/reply_'))).toBe(true);
  expect(before.objects.some((key) => key.includes('/workspace/blob/'))).toBe(true);
  await call('DELETE', `/my/projects/${project}`);
  await here.artel.cloud.sweep();
  await lastLooks(session, ...agents);
  await lateWritersAreOver(project);
  await here.artel.cloud.sweep();
  const after = await left(project, session, ...runs, ...agents);
  expect(unexpected(after)).toEqual([]);
  expect(after.objects).toEqual([]);
  expect(after.vectors).toEqual([]);
  expect(after.messages).toBe(0);
});

/** As if they had been deleted long ago: each is looked at once more, since nothing that began before can still be writing. */
const lastLooks = async (...ids: string[]): Promise<void> => {
  for (const id of ids) {
    const [item] = await here.operator.partition(`USER#${here.alice.id}#PRJ#${world.project}`, `REMOVED#${id}`);
    await here.operator.put({ ...item!, due_at: Date.now() - 1 });
  }
  await here.artel.cloud.sweep();
};

/** As if the project had been deleted long ago: nothing that began before can still be writing. */
const lateWritersAreOver = async (project: string): Promise<void> => {
  const [item] = await here.operator.partition(`USER#${here.alice.id}`, `PROJECT#${project}`);
  expect(item?.state).toBe('deleting');
  await here.operator.put({ ...item!, deleted_at: Date.now() - 17 * MINUTE, due_at: Date.now() - 1 });
};
