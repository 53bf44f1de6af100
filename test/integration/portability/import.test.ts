import { expect, test } from 'vitest';
import { exportLineSchema, type Line } from '../../../shared/portability/index.ts';
import type { Person } from '../../support/artel.ts';
import { expectHealthy } from '../../support/healthy.ts';
import { inArtel } from '../../support/in-artel.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';

/* Requirements: ID11, ID8, MEM3. */

const here = inArtel();

type Summary = { imported: Record<string, number>; left_out: Record<string, number>; missing_secrets: string[] };

const exported = async (person: Person, project: string): Promise<string> => {
  const answer = await fetch(`${person.url}/my/projects/${project}/export`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
};

const imported = async (person: Person, project: string, text: string, token = person.token) => {
  const answer = await fetch(`${person.url}/my/projects/${project}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: text,
  });
  return { status: answer.status, body: (await answer.json()) as Summary & { detail: string; errors: unknown } };
};

const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => exportLineSchema.parse(JSON.parse(line)));

const textOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const KINDS: readonly Line['kind'][] = [
  'orchestrator',
  'agent',
  'memory',
  'file',
  'session',
  'message',
  'event',
  'run',
  'plan',
  'approval',
];

/** What is equal before and after: all but ids that name the person and the project, and times of files and of statuses. */
const content = (text: string): string[] =>
  linesOf(text)
    .filter(({ kind }) => KINDS.includes(kind))
    .map(({ project_id: _, kind, value: { modified_at, critical_path, decision, ...rest }, ...line }) => {
      const { status, ...value } = rest;
      const written = JSON.stringify({ kind, ...line, value }, (_name, one) =>
        one !== null && typeof one === 'object' && !Array.isArray(one)
          ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
          : one,
      );
      const here = written.replaceAll(/user[0-9a-z]+_prj_[0-9A-Z]+_/g, 'user_prj_');
      return here.replaceAll(/\/my\/projects\/prj_[0-9A-Z]+\//g, '/my/projects/prj/');
    })
    .sort();

const newProject = async (person: Person, name: string): Promise<string> =>
  (await person.call<{ id: string }>('POST', '/my/projects', { name })).body.id;

/** An agent with versions, a memory, a file, settings, a secret and a chat. */
const filled = async (person: Person): Promise<string> => {
  here.artel.model.always({ text: 'Gladly. '.repeat(6_000) });
  const { session } = await team(person, ['ann']);
  await person.call('PUT', '/my/orchestrator/config', { max_parallel: 3, approval: { max_tasks: 4 } });
  await person.call('POST', '/my/secrets', { name: 'weather', value: 'the value of a secret' });
  await person.call('POST', '/my/agents/ann/context', { text: 'Carol likes tea.', tags: ['tea'], pinned: true });
  const looser = { system_prompt: 'You are ann.', tools: ['file_write'], approval: { min_risk: 'high' } };
  await person.call('PUT', '/my/agents/ann', looser);
  here.artel.model.script({
    tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path: 'notes/tea.md', content: 'grün' }) }],
  });
  await person.ask(session, 'Write it down.', { target_agent: 'ann' });
  await person.ask(session, 'Thank you.', { target_agent: 'ann' });
  const planned = await sendPlan(person, session, [taskFor('a'), taskFor('b', ['a'])]);
  const state = async () => (await person.call<{ state: string }>('GET', `/my/runs/${planned.body.run.id}`)).body.state;
  await expect.poll(state).toBe('completed');
  return exported(person, 'default');
};

test('ID11: what is exported and imported is exported the same again, also by another person', async () => {
  const carol = await here.artel.register('carol');
  const bob = await here.artel.register('bob');
  const text = await filled(carol);
  const shed = await newProject(bob, 'Shed');
  const answer = await imported(bob, shed, text);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: 'imported',
      imported: { orchestrator: 1, agent: 2, file: 1, session: 1, message: 6, run: 3, plan: 1 },
      left_out: { project: 1, secret: 1 },
      missing_secrets: ['weather'],
    },
  });
  const again = await exported(bob, shed);
  expect(content(again)).toEqual(content(text));
  for (const kind of KINDS.slice(0, -1)) expect(content(again).join()).toContain(`"kind":"${kind}"`);
  const kinds = new Set(linesOf(again).map(({ kind }) => kind));
  expect(kinds).not.toContain('secret');
  await expectHealthy(here.operator, bob);
  expect(again).not.toContain(carol.id);
  const trail = await bob.call<{ items: { action: string; target: string }[] }>('GET', '/my/audit');
  expect(trail.body.items).toContainEqual(expect.objectContaining({ action: 'data_imported', target: shed }));
  expect(trail.body.items.map(({ action }) => action)).toContain('oversight_loosened');
  // The agent and its chat are alive.
  const session = String(linesOf(again).find(({ kind }) => kind === 'session')?.value.id);
  const path = `/my/projects/${shed}/chat/${session}/message`;
  expect((await bob.call('POST', path, { content: 'And now?', target_agent: 'ann' })).status).toBe(202);
  expect(await imported(bob, shed, text)).toMatchObject({ status: 409, body: { detail: /agents, sessions/ } });
});

test('ID11: a chat that was imported and is deleted leaves no memory of it with any agent', async () => {
  here.artel.model.always({ text: 'Gladly.' });
  const dora = await here.artel.register('dora');
  const { session } = await team(dora, ['ann']);
  await dora.ask(session, 'I like tea.', { target_agent: 'ann' });
  const shed = await newProject(dora, 'Shed');
  expect((await imported(dora, shed, await exported(dora, 'default'))).body.imported).toMatchObject({
    session: 1,
    memory: 1,
  });
  const memories = async (project: string) =>
    (await dora.call<{ items: unknown[] }>('GET', `/my/projects/${project}/agents/ann/context`)).body.items;
  expect(await memories(shed)).toHaveLength(1);
  expect((await dora.call('DELETE', `/my/projects/${shed}/chat/sessions/${session}`)).status).toBe(204);
  await here.artel.cloud.sweep();
  expect(await memories(shed)).toEqual([]);
  expect(await memories('default')).toHaveLength(1);
});

test('ID11: lines that are wrong are named by number and field, and nothing of the file is imported', async () => {
  const project = await newProject(here.alice, 'Wrong');
  const at = '2026-01-01T00:00:00.000Z';
  const ulid = '01JD0000000000000000000000';
  const session = { id: `ses_${ulid}`, title: 'A chat', created_at: at, updated_at: at, message_count: 9, busy: true };
  const message = {
    id: `msg_${ulid}`,
    role: 'user',
    content: 'Hi',
    agent_id: null,
    run_id: `run_${ulid}`,
    created_at: at,
  };
  const body: Line[] = [
    { kind: 'project', project_id: 'prj_x', value: {} },
    { kind: 'session', project_id: 'prj_x', value: session },
    { kind: 'message', project_id: 'prj_x', session_id: session.id, value: message },
  ];
  const whole = (lines: readonly Line[], counts = Object.groupBy(lines, ({ kind }) => kind)): string =>
    textOf([
      { kind: 'export', value: { version: 1, at } },
      ...lines,
      {
        kind: 'end',
        value: { counts: Object.fromEntries(Object.entries(counts).map(([kind, some]) => [kind, some?.length])) },
      },
    ]);
  const having = (changed: Record<string, unknown>, belongs = session.id) =>
    whole([
      ...body.slice(0, 2),
      { kind: 'message', project_id: 'prj_x', session_id: belongs, value: { ...message, ...changed } },
    ]);
  const file = (path: string): Line => ({
    kind: 'file',
    project_id: 'prj_x',
    value: { path, encoding: 'utf-8', content: '', truncated: false },
  });
  const refused: [string, string][] = [
    [whole(body).split('\n').slice(0, -2).join('\n'), 'lines.4'],
    [whole(body).replace('"version":1', '"version":2'), 'lines.1'],
    [
      whole(
        body.slice(1, 2),
        Object.groupBy([...body, ...body], ({ kind }) => kind),
      ),
      'lines.3.value.counts.session',
    ],
    [having({ role: 'system' }), 'lines.4.value.role'],
    [having({ id: 'msg_7ZZZZZZZZZ0000000000000000' }), 'lines.4.value.id'],
    [having({ run_id: '../other' }), 'lines.4.value.run_id'],
    [having({ agent_id: 'user1_prj_x_ann_1' }), 'lines.4.value.agent_id'],
    [having({}, 'ses_01JD0000000000000000000001'), 'lines.4.session_id'],
    [whole([...body, ...body.slice(1, 2)]), 'lines.5.value'],
    [whole([...body, file('../../other')]), 'lines.5.value.path'],
    [whole(body).replace('{"kind":"project"', '{kind:'), 'lines.2'],
  ];
  for (const [text, path] of refused) {
    const { status, body: answer } = await imported(here.alice, project, text);
    expect([status, answer.errors]).toEqual([422, [expect.objectContaining({ path })]]);
  }
  const notJson = await imported(here.alice, project, whole(body).replace('{"kind":"project"', '{kind:'));
  expect(notJson.body.errors).toEqual([{ path: 'lines.2', message: 'Is not JSON, or nested too deep.' }]);
  const kinds = linesOf(await exported(here.alice, project)).map(({ kind }) => kind);
  expect(kinds).toEqual(['export', 'project', 'orchestrator', 'end']);
  const many = whole([...body, { kind: 'project', project_id: 'prj_y', value: {} }]);
  expect(await imported(here.alice, project, many)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'from' }] },
  });
  expect(await imported(here.alice, project, whole(body))).toMatchObject({
    status: 200,
    body: { imported: { session: 1, message: 1 } },
  });
  const { body: listed } = await here.alice.call('GET', `/my/projects/${project}/chat/sessions`);
  expect(listed).toMatchObject({ items: [{ id: session.id, created_at: at, message_count: 1, busy: false }] });
});

test('ID11: nobody imports into what is another’s, and no API key imports anything', async () => {
  const dora = await here.artel.register('dora');
  const project = await newProject(here.alice, 'Mine');
  const text = await exported(here.alice, project);
  expect((await imported(dora, project, text)).status).toBe(404);
  const { body: key } = await here.alice.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  expect((await imported(here.alice, project, text, key.key)).status).toBe(403);
});
