import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import { putObject } from '../../../shared/platform/objects.ts';
import { projectExists, removeProject } from '../../../shared/projects/index.ts';
import {
  getItem,
  laneKeys,
  objectPrefix,
  packText,
  projectKeys,
  putItem,
  queryPage,
  ranges,
  runKeys,
  sessionKeys,
  userKeys,
} from '../../../shared/store/index.ts';
import { call, signedIn } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';
import { startTestObjects } from '../../support/objects.ts';

/* Requirements: WS1. */

inIdentity();

let alice: Awaited<ReturnType<typeof signedIn>>;
let bob: Awaited<ReturnType<typeof signedIn>>;
let objects: Awaited<ReturnType<typeof startTestObjects>>;
beforeAll(async () => {
  objects = await startTestObjects();
  [alice, bob] = [await signedIn('alice'), await signedIn('bob')];
});

afterAll(() => objects.stop());

const create = async (name = 'Garden') => {
  const { body } = await call('POST', '/my/projects', { token: alice.token, body: { name } });
  return body as { id: string; name: string };
};
const as = (user: { token: string }, method: string, id: string, body?: unknown) =>
  call(method, `/my/projects/${id}`, { token: user.token, body });

describe('projects', () => {
  test('projects are created, read, renamed and listed', async () => {
    const made = await create();
    expect(made.id).toMatch(/^prj_/);
    expect((await as(alice, 'GET', made.id)).body).toMatchObject({ id: made.id, name: 'Garden', is_default: false });
    expect((await as(alice, 'PATCH', made.id, { name: 'Orchard' })).body.name).toBe('Orchard');
    const { body } = await call('GET', '/my/projects', { token: alice.token });
    expect(body.items[0]).toMatchObject({ is_default: true });
    expect(body.items).toContainEqual(expect.objectContaining({ id: made.id, name: 'Orchard' }));
  });

  test('projects include the default one under its alias', async () => {
    expect((await as(alice, 'GET', 'default')).body).toMatchObject({ is_default: true });
    expect((await as(alice, 'PATCH', 'default', { name: 'Home' })).body.name).toBe('Home');
  });

  test('projects of other users are not found', async () => {
    const { id } = await create();
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', { name: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      expect((await as(bob, method, id, body)).status).toBe(404);
    }
    expect((await as(alice, 'GET', id)).body.name).toBe('Garden');
  });

  test('an id that no project could have is not found', async () => {
    for (const id of ['x', 'prj_', 'ses_01ARZ3NDEKTSV4RRFFQ69G5FAV', 'a%23b']) {
      expect((await as(alice, 'GET', id)).status).toBe(404);
    }
  });

  test('the default project cannot be deleted', async () => {
    expect(await as(alice, 'DELETE', 'default')).toMatchObject({ status: 409 });
    expect((await as(alice, 'GET', 'default')).status).toBe(200);
  });

  test('a deleted project is gone for its user at once', async () => {
    const { id } = await create();
    expect((await as(alice, 'DELETE', id)).status).toBe(204);
    expect((await as(alice, 'GET', id)).status).toBe(404);
    expect((await as(alice, 'DELETE', id)).status).toBe(404);
    expect((await as(alice, 'PATCH', id, { name: 'x' })).status).toBe(404);
    const { body } = await call('GET', '/my/projects', { token: alice.token });
    expect(JSON.stringify(body)).not.toContain(id);
    const audit = await call('GET', '/my/audit', { token: alice.token, query: { action: 'project_deleted' } });
    expect(audit.body.items).toEqual([expect.objectContaining({ target: id })]);
  });

  test('a deleted project is removed with everything in it, also what a late worker wrote, and nothing else', async () => {
    const { id } = await create();
    const user = authenticated({ userId: alice.id });
    const [gone, kept] = [user.inProject(id), user.inProject((await create('Kept')).id)];
    const inside = (project: typeof gone) => [
      projectKeys.agent(project, 'agt_1'),
      laneKeys.entry(project, 'agt_1', 'tsk_1'),
      projectKeys.session(project, 'ses_1'),
      sessionKeys.message(project, 'ses_1', 'msg_1'),
      sessionKeys.events(project, 'ses_1', 1),
      projectKeys.run(project, 'run_1'),
      runKeys.step(project, 'run_1', 'tsk_1', 1),
    ];
    for (const key of [...inside(gone), ...inside(kept)]) await putItem({ ...key, v: 1 });
    for (const project of [gone, kept]) await packText(project, { id: 'msg_1', text: 'long', maxInlineBytes: 0 });
    await as(alice, 'DELETE', id);
    const at = (minutes: number) => ({ now: () => Date.now() + minutes * 60_000 });
    expect(await removeProject(gone, at(0))).toBe('more');
    await putItem({ ...sessionKeys.events(gone, 'ses_1', 2), v: 1 });
    await putItem({ ...projectKeys.session(gone, 'ses_1'), v: 1 });
    for (const key of [
      projectKeys.secret(gone, 'late'),
      projectKeys.permission(gone, 'agt_1', 'late'),
      projectKeys.response(gone, 'resp_late'),
      projectKeys.plan(gone, 'late'),
    ])
      await putItem({ ...key, v: 1 });
    await packText(gone, { id: 'resp_late', text: 'long', maxInlineBytes: 0 });
    await packText(gone, { id: 'step', session: 'ses_1', text: 'long', maxInlineBytes: 0 });
    await putObject(`${objectPrefix(gone)}files/late.md`, 'written by a tool');
    // A call of /v1 may take 15 minutes.
    expect(await removeProject(gone, at(15))).toBe('more');
    expect(await removeProject(gone, at(15.5))).toBe('more');
    expect(await removeProject(gone, at(17))).toBe('removed');
    expect(await removeProject(gone, at(18))).toBe('removed');
    const left = await Promise.all([...inside(gone), userKeys.project(user, id)].map(getItem));
    expect(left.filter((item) => item !== undefined)).toEqual([]);
    expect((await queryPage({ ...ranges.project(gone), limit: 1 })).items).toEqual([]);
    expect(objects.keys()).toEqual([`${objectPrefix(kept)}texts/msg_1`]);
    expect((await Promise.all(inside(kept).map(getItem))).every((item) => item !== undefined)).toBe(true);
    expect(await projectExists(user, kept.projectId)).toBe(true);
  });

  test('a project that is not being deleted is never removed', async () => {
    const { id } = await create();
    await removeProject(authenticated({ userId: alice.id }).inProject(id));
    expect((await as(alice, 'GET', id)).status).toBe(200);
  });
});

describe('usage', () => {
  test('usage is listed by day, agent and model within the requested days', async () => {
    const user = authenticated({ userId: alice.id });
    const figures = {
      agent_key: 'agt_1',
      project_id: 'p',
      model: 'm',
      requests: 2,
      prompt_tokens: 10,
      completion_tokens: 5,
      cost: 0.1,
    };
    for (const day of ['2026-11-01', '2026-11-02', '2026-11-03']) {
      await putItem({ ...userKeys.usage(user, day, 'agt_1', 'm'), v: 1, day, ...figures });
    }
    const query = { since: '2026-11-01', until: '2026-11-02' };
    const { body } = await call('GET', '/my/usage', { token: alice.token, query });
    expect(body.items).toMatchObject([
      { day: '2026-11-01', ...figures },
      { day: '2026-11-02', ...figures },
    ]);
    expect((await call('GET', '/my/usage', { token: bob.token, query })).body.items).toEqual([]);
  });

  test.each<Record<string, string>>([
    { since: 'yesterday' },
    { since: '2026-11-02', until: '2026-11-01' },
    { since: '2020-01-01', until: '2026-11-01' },
  ])('usage refuses the days %j', async (query) => {
    expect((await call('GET', '/my/usage', { token: alice.token, query })).status).toBe(422);
  });
});
