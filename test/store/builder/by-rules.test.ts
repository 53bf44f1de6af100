import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OfflineModel, startOfflineModel } from '../../../infra/local/stand-ins/offline-model/server.ts';
import { changesOfTemplate, continueBuild, startBuild } from '../../../shared/builder/index.ts';
import { egressFetch } from '../../../shared/egress/index.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import { lightWall, type Sandbox, ShellPool } from '../../../shared/sandbox/index.ts';
import { commandOf } from '../../contract/sandbox.ts';
import {
  buildAsItIs,
  eventsOf,
  filesOf,
  inBuilds,
  newProject,
  reasonsOf,
  UNASKED,
  workOnce,
} from '../../support/builder/in-builds.ts';
import { gatewayTo } from '../shared/plans/planner/goals.ts';

/* Requirements: BT1, BT10. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();
/** Each is a whole build, or two, with a process for the sandbox. */

let model: OfflineModel;
const pool = new ShellPool();
const sandbox: Sandbox = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);

beforeAll(async () => {
  model = await startOfflineModel();
  vi.mocked(gateway.chat).mockImplementation(gatewayTo(model.url).chat);
});
afterAll(async () => {
  pool.close();
  await model.stop();
});

/** A whole build by the offline model, behind the wall light. */
const built = async (
  request: string,
  { template, project = newProject() }: { template?: string; project?: ReturnType<typeof newProject> } = {},
) => {
  const { id } = await startBuild(project, { request, settings: { ...UNASKED, ...(template && { template }) } });
  await workOnce(project, id, { sandbox });
  const build = await buildAsItIs(project, id);
  return { project, build, files: await filesOf(project), reasons: await reasonsOf(project) };
};

/** Lines of the tests' output, run once more on what was delivered. */
const testsOf = async (texts: Record<string, string>): Promise<{ exit: number; titles: string[] }> => {
  const { exit, output } = await sandbox.run(commandOf('node test/run.js', { texts }));
  return { exit, titles: [...output.matchAll(/^ok \d+ - (.+)$/gm)].map(([, title]) => title ?? '') };
};

test('"Build me a page with a to-do list" ends in a page that is built and tested, with a version for each step', async () => {
  const { build, files, reasons } = await built('Build me a page with a to-do list', { template: 'front-end' });
  expect(build).toMatchObject({ state: 'completed', stage: 'done', error: null });
  expect(reasons[0]).toMatch(/template/i);
  expect(reasons.slice(1, 3).sort()).toEqual([
    'The document and the style of the list',
    'The list and what can be done with it',
  ]);
  expect(reasons.slice(3)).toEqual(['The page that shows the list', 'Built', 'README']);
  expect(files['dist/index.html']).toContain('<title>To-do list</title>');
  expect(files['dist/main.js']).toContain('What is to be done');
  expect(files['README.md']).toContain('> Build me a page with a to-do list');
  const { exit, titles } = await testsOf(files);
  expect(exit).toBe(0);
  expect(titles).toContain('a task without a text is not added');
});

test('for another wish the nearest template is built from nothing, with the wish in it, and the person is told', async () => {
  const wish = 'A game of "chess" for <b>two</b> & for \'odd\' ones';
  const { project, build, files, reasons } = await built(wish);
  expect(build).toMatchObject({ state: 'completed' });
  expect(reasons[0]).toBe('The template front-end');
  for (const change of changesOfTemplate('front-end') ?? []) expect(files).toHaveProperty([change.path]);
  expect(files['src/wish.js']).toContain(JSON.stringify(wish));
  expect(await testsOf(files)).toMatchObject({ exit: 0 });
  const said = (await eventsOf(project, build.session_id)).filter(({ event_type }) => event_type === 'message_created');
  expect(said.at(-1)?.payload.content).toContain(
    'I am the offline model and can build only a few things: ask for an API of notes, a to-do list,',
  );
});

test('a wish the rules know nothing of is noted in a project that has its program, and the program stays', async () => {
  const { project, build, files: before } = await built('Make a counter');
  const { id } = await continueBuild(project, build.id, { request: 'Make the counter play music' });
  await workOnce(project, id, { sandbox });
  expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed' });
  const { 'WISHES.md': wishes, ...after } = await filesOf(project);
  expect(wishes).toContain('- Make the counter play music');
  expect(after).toEqual(before);
});
