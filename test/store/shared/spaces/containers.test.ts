import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAgent, deleteAgent, newAgentSchema, updateAgent } from '../../../../shared/agents/index.ts';
import { Cache } from '../../../../shared/cache/index.ts';
import { MINUTE } from '../../../../shared/core/clock.ts';
import { NotFound } from '../../../../shared/core/errors.ts';
import { authenticated, type ProjectScope } from '../../../../shared/core/scope.ts';
import { createSession } from '../../../../shared/sessions/index.ts';
import { direct, handleMessage, Spaces } from '../../../../shared/spaces/index.ts';
import { projectKeys, updateItem } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { type RecordedQueues, startRecordedQueues } from '../../../support/recorded-queues.ts';

/* Requirements: WS2, WS4, WS5, WS7, WS8. */

const here = inTable();
let queues: RecordedQueues;
beforeAll(async () => {
  queues = await startRecordedQueues();
});
afterAll(() => queues.stop());

const config = (system_prompt: string) => ({ system_prompt });
const made = (project: ProjectScope, name: string, system_prompt = 'First.') =>
  createAgent(project, newAgentSchema.parse({ name, ...config(system_prompt) }));
const changed = (project: ProjectScope, name: string, system_prompt: string) => {
  const { name: _, ...input } = newAgentSchema.parse({ name, ...config(system_prompt) });
  return updateAgent(project, name, { input });
};

/** Requests that read, for what is done between. */
const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
  await here.table.resetCounts();
  await work();
  const counts = await here.table.counts();
  return ['GetItem', 'BatchGetItem', 'Query'].reduce((sum, action) => sum + (counts[action]?.calls ?? 0), 0);
};

let project: ProjectScope;
let one: ReturnType<typeof container>;
let other: ReturnType<typeof container>;
beforeEach(() => {
  project = authenticated({ userId: crypto.randomUUID() }).inProject('home');
  [one, other] = [container(), container()];
});

const container = (): Spaces & { cache: Cache } => {
  const cache = new Cache();
  return Object.assign(new Spaces({ cache: () => cache }), { cache });
};

describe('two containers', () => {
  test('a changed agent is seen by the very next question in another container', async () => {
    const { key, id } = await made(project, 'ann');
    for (const reference of ['ann', key, id]) {
      expect((await other.of(project).agents.get(reference)).config.system_prompt).toBe('First.');
    }
    await changed(project, 'ann', 'Second.');
    for (const reference of ['ann', key, id]) {
      const agent = await other.of(project).agents.get(reference);
      expect(agent).toMatchObject({ version: 2, config: { system_prompt: 'Second.' } });
    }
  });

  test('an agent that was deleted and made again under its name is the new one everywhere', async () => {
    const { key } = await made(project, 'ann');
    await other.of(project).agents.get('ann');
    await deleteAgent(project, 'ann', { forget: async () => undefined });
    await expect(other.of(project).agents.get('ann')).rejects.toBeInstanceOf(NotFound);
    await expect(other.of(project).agents.get(key)).rejects.toBeInstanceOf(NotFound);
    const again = await made(project, 'ann', 'Born again.');
    expect((await other.of(project).agents.get('ann')).agent_key).toBe(again.key);
  });

  test('a project’s list of agents is seen to grow by every container', async () => {
    await made(project, 'ann');
    expect((await other.of(project).agents.list()).map(({ name }) => name)).toEqual(['ann']);
    await made(project, 'ben');
    expect((await other.of(project).agents.list()).map(({ name }) => name)).toEqual(['ann', 'ben']);
  });

  test('a list of agents that one container read costs another one read of one item, until an agent is changed', async () => {
    for (const name of ['ann', 'ben']) await made(project, name, 'A long one. '.repeat(500));
    const names = async (spaces: Spaces) => (await spaces.of(project).agents.list()).map((member) => member.name);
    const read = await names(one);
    await one.cache.flush();
    await here.table.resetCounts();
    expect(await names(other)).toEqual(read);
    const counts = await here.table.counts();
    expect([counts.GetItem?.calls, counts.Query]).toEqual([2, undefined]);
    await changed(project, 'ann', 'Second.');
    await made(project, 'cleo');
    expect(await names(other)).toEqual(['ann', 'ben', 'cleo']);
  });

  test('what was changed in the table itself is read after a reload in any container, or after five minutes', async () => {
    const clock = { time: Date.now(), now: () => clock.time };
    const slow = new Spaces({ clock });
    const { key } = await made(project, 'ann');
    const edit = (system_prompt: string) =>
      updateItem(projectKeys.agent(project, key), 'set #config.#system_prompt = :text', {
        values: { text: system_prompt },
      });
    const said = async (spaces: Spaces) => (await spaces.of(project).agents.get('ann')).config.system_prompt;
    expect([await said(slow), await said(other)]).toEqual(['First.', 'First.']);
    await edit('By hand.');
    expect([await said(slow), await said(other)]).toEqual(['First.', 'First.']);
    await one.of(project).agents.reload('ann');
    expect([await said(slow), await said(other)]).toEqual(['By hand.', 'By hand.']);
    await edit('Once more.');
    clock.time += 5 * MINUTE + 1;
    expect([await said(slow), await said(other)]).toEqual(['Once more.', 'By hand.']);
  });
});

describe('whose agents they are', () => {
  test('agents of the same name of two users, and of two projects, are never mixed up', async () => {
    const [alice, bob] = ['alice', 'bob'].map((name) => authenticated({ userId: `${name}-${crypto.randomUUID()}` }));
    const places = [alice!.inProject('home'), alice!.inProject('work'), bob!.inProject('home')];
    for (const [place, at] of places.entries()) await made(at, 'ann', `Number ${place}.`);
    for (const _ of ['cold', 'warm']) {
      const prompts = await Promise.all(places.map(async (at) => (await one.of(at).agents.get('ann')).config));
      expect(prompts.map(({ system_prompt }) => system_prompt)).toEqual(['Number 0.', 'Number 1.', 'Number 2.']);
      const lists = await Promise.all(places.map((at) => one.of(at).agents.list()));
      expect(new Set(lists.map(([ann]) => ann?.agent_key)).size).toBe(3);
      await one.cache.flush();
    }
  });
});

describe('what a message costs', () => {
  const sent = async (message: { targetAgent?: string } = {}) => {
    const { id: session } = await createSession(project, {});
    return readsOf(() => handleMessage(one.of(project), { session, content: 'Hello', ...message }));
  };
  /** What accepting itself reads, once it is known who answers. */
  const accepting = async () => {
    const agent = await one.of(project).agents.get('ann');
    const { id: session } = await createSession(project, {});
    return readsOf(() => direct(one.of(project), { session, content: 'Hello' }, { agent }));
  };

  test('who answers costs a message to an agent by name one read in a warm container, where it was two', async () => {
    await made(project, 'ann');
    const cold = await sent({ targetAgent: 'ann' });
    const usual = await accepting();
    expect([cold, await sent({ targetAgent: 'ann' })]).toEqual([usual + 3, usual + 1]);
  });

  test('who answers costs a message to the only agent of a project two reads, where it was five', async () => {
    await made(project, 'ann');
    await sent();
    const usual = await accepting();
    expect(await sent()).toBe(usual + 2);
  });
});
