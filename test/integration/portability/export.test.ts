import { expect, test } from 'vitest';
import { exportLineSchema, type Line } from '../../../shared/portability/index.ts';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';

/* Requirements: ID11, ID8, MEM3. */

const here = inArtel();

const linesOf = async (person: Person, path = '/my/export'): Promise<Line[]> => {
  const answer = await fetch(`${person.url}${path}`, { headers: { authorization: `Bearer ${person.token}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const text = await answer.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => exportLineSchema.parse(JSON.parse(line)));
};

const counted = (lines: Line[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(lines, ({ kind }) => kind)]
      .filter(([kind]) => kind !== 'export' && kind !== 'end')
      .map(([kind, some]) => [kind, some.length]),
  );

const LONG = `${'long'.repeat(250)} `.repeat(40);

test('ID11: an export holds everything that is a person’s, long texts too, and no value of a secret or key', async () => {
  const { alice, artel } = here;
  artel.model.always({ text: LONG });
  const { session } = await team(alice, ['ann']);
  await alice.call('PUT', '/my/agents/ann', { system_prompt: 'You are ann, the second.' });
  const { body: garden } = await alice.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
  const { body: key } = await alice.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  await alice.call('POST', '/my/secrets', { name: 'weather', value: 'the value of a secret' });
  await alice.call('POST', '/my/agents/ann/context', { text: 'Alice likes tea.' });
  artel.model.script({
    tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path: 'notes/tea.md', content: 'green' }) }],
  });
  await alice.call('PUT', '/my/agents/ann', {
    system_prompt: 'You are ann.',
    tools: ['file_write'],
    approval: { min_risk: 'high' },
  });
  await alice.ask(session, 'Write it down.', { target_agent: 'ann' });
  const planned = await sendPlan(alice, session, [taskFor('a'), taskFor('b', ['a'])]);
  const run = planned.body.run.id;
  const state = async () => (await alice.call<{ state: string }>('GET', `/my/runs/${run}`)).body.state;
  await expect.poll(state, { timeout: 20_000 }).toBe('completed');
  const lines = await linesOf(alice);
  const found = counted(lines);
  expect(lines[0]).toMatchObject({ kind: 'export', value: { version: 1 } });
  expect(lines.at(-1)).toMatchObject({ kind: 'end', value: { counts: found } });
  expect(found).toMatchObject({
    ...{ profile: 1, orchestrator: 2, api_key: 1, project: 2, agent: 3, secret: 1, file: 1, session: 1 },
    ...{ message: 4, run: 2, plan: 1 },
  });
  for (const kind of ['memory', 'event', 'usage', 'charge', 'audit']) expect(found[kind]).toBeGreaterThan(0);
  const written = JSON.stringify(lines);
  for (const text of ['Alice likes tea.', 'notes/tea.md', LONG.trimEnd()]) expect(written).toContain(text);
  for (const secret of ['the value of a secret', key.key, alice.token, 'scrypt']) expect(written).not.toContain(secret);
  const ofGarden = await linesOf(alice, `/my/projects/${garden.id}/export`);
  expect(ofGarden.map(({ kind }) => kind)).toEqual(['export', 'project', 'orchestrator', 'end']);
  const trail = await alice.call<{ items: { target: string }[] }>('GET', '/my/audit?action=data_exported');
  expect(trail.body.items.map(({ target }) => target)).toEqual([garden.id, 'everything']);
});

test('ID11: nobody exports what is another’s, and no API key exports anything', async () => {
  const bob = await here.artel.register('bob');
  const { body: project } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Shed' });
  expect((await bob.call('GET', `/my/projects/${project.id}/export`)).status).toBe(404);
  const { body: key } = await bob.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  const byKey = { authorization: `Bearer ${key.key}` };
  expect((await bob.call('GET', '/my/export', undefined, byKey)).status).toBe(403);
  expect(JSON.stringify(await linesOf(bob))).not.toContain(here.alice.id);
});
