import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WS2, WS4, WS6, WS7. */

const here = inArtel();

type Space = {
  project_id: string;
  status: string;
  since: string | null;
  uptime_seconds: number;
  live_tasks: number;
  tasks_done: number;
  tasks_failed: number;
  agents: { name: string; version: number; status: string; tasks_done: number; tasks_failed: number }[];
};

const spaceOf = async (person: Person, project = 'default') =>
  (await person.call<Space>('GET', `/my/projects/${project}/space`)).body;

beforeEach(() => here.artel.model.always({ text: 'Fine.' }));

describe('how a space does', () => {
  test('a space tells what its agents have done, and which of them are there', async () => {
    const bob = await here.artel.register('bob');
    expect(await spaceOf(bob)).toMatchObject({ status: 'idle', since: null, uptime_seconds: 0, agents: [] });
    const { session } = await bob.chat('ann');
    await bob.chat('ben');
    await bob.ask(session, 'One', { target_agent: 'ann' });
    here.artel.model.script({ status: 404 });
    await bob.ask(session, 'Two', { target_agent: 'ann' });
    const space = await spaceOf(bob);
    expect(space).toMatchObject({ status: 'ready', live_tasks: 0, tasks_done: 1, tasks_failed: 1 });
    expect(space.agents).toMatchObject([
      { name: 'ann', version: 1, status: 'ready', tasks_done: 1, tasks_failed: 1 },
      { name: 'ben', version: 1, status: 'ready', tasks_done: 0, tasks_failed: 0 },
    ]);
    expect(Date.parse(space.since ?? '')).toBeGreaterThan(0);
  });

  test('a reset counts the uptime anew and loses nothing that is stored', async () => {
    const carol = await here.artel.register('carol');
    const { session } = await carol.chat('ann');
    await carol.ask(session, 'One', { target_agent: 'ann' });
    const before = await spaceOf(carol);
    const reset = await carol.call<Space>('POST', '/my/projects/default/space/reset');
    expect(reset.status).toBe(200);
    expect(Date.parse(reset.body.since ?? '')).toBeGreaterThan(Date.parse(before.since ?? ''));
    expect(reset.body).toMatchObject({ tasks_done: 1, agents: before.agents });
    expect((await carol.ask(session, 'Two', { target_agent: 'ann' })).answer).toBe('Fine.');
  });

  test('a project of somebody else has no space', async () => {
    const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
    const bob = await here.artel.register('bobby');
    expect((await bob.call('GET', `/my/projects/${body.id}/space`)).status).toBe(404);
    expect((await bob.call('POST', `/my/projects/${body.id}/space/reset`)).status).toBe(404);
    expect((await spaceOf(here.alice, body.id)).project_id).toBe(body.id);
  });
});

describe('an agent that is changed in one function', () => {
  const instructions = (): string => {
    const asked = here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'));
    const [system] = (asked?.body.messages ?? []) as { content: string }[];
    return system?.content ?? '';
  };
  const askedByApi = () =>
    here.alice.call('POST', '/v1/chat/completions', {
      model: 'agent/gardener',
      messages: [{ role: 'user', content: 'Hello' }],
    });

  test('a changed agent answers the very next message with its new settings, though another container kept the old ones', async () => {
    await here.alice.chat('gardener', { system_prompt: 'Be slow.' });
    expect((await askedByApi()).status).toBe(200);
    expect(instructions()).toContain('Be slow.');
    for (const system_prompt of ['Be quick.', 'Be calm.']) {
      await here.alice.call('PUT', '/my/agents/gardener', { system_prompt });
      expect((await askedByApi()).status).toBe(200);
      expect(instructions()).toContain(system_prompt);
    }
  });

  test('a reload answers with the agent as it is stored', async () => {
    await here.alice.chat('reader', { system_prompt: 'Read.' });
    const reloaded = await here.alice.call<{ config: { system_prompt: string } }>('POST', '/my/agents/reader/reload');
    expect(reloaded.body.config.system_prompt).toBe('Read.');
  });
});
