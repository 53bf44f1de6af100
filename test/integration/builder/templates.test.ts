import { afterAll, expect, test } from 'vitest';
import { changesOfTemplate, listTemplates } from '../../../shared/builder/index.ts';
import { egressFetch } from '../../../shared/egress/index.ts';
import { lightWall, ShellPool } from '../../../shared/sandbox/index.ts';
import { commandOf } from '../../contract/sandbox.ts';
import { inArtel } from '../../support/in-artel.ts';
import { visit } from '../../support/visit.ts';

/* Requirements: BT6, BT10. */

const here = inArtel();
const pool = new ShellPool();
const wall = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);
afterAll(() => pool.close());

type Written = { path: string; content: string };

/** The files of a template, and what its build command makes of them. */
const builtFiles = async (name: string, command: string): Promise<Written[]> => {
  const own = (changesOfTemplate(name) ?? []).flatMap((change) =>
    'content' in change ? [{ path: change.path, content: String(change.content) }] : [],
  );
  const texts = Object.fromEntries(own.map(({ path, content }) => [path, content]));
  const { changed } = await wall.run(commandOf(command, { texts }));
  return [...own, ...changed.map(({ path, content }) => ({ path, content: Buffer.from(content ?? []).toString() }))];
};

const pages = listTemplates().flatMap(({ name, build_command, web_folder }) =>
  build_command && web_folder ? [{ name, build_command, web_folder }] : [],
);

test('templates are listed with their commands', async () => {
  const { status, body } = await here.alice.call<{ items: { name: string }[] }>('GET', '/my/builds/templates');
  expect(status).toBe(200);
  expect(body.items.map(({ name }) => name)).toEqual(['api', 'command-line', 'front-end', 'full-stack', 'static-site']);
  expect(body.items).toEqual(listTemplates());
});

test('a name that leads anywhere else is no template', async () => {
  for (const template of ['castle', '..', '../roles', 'api/src', '']) {
    const { status } = await here.alice.call('POST', '/my/builds', { request: 'Build it.', template });
    expect(status).toBe(422);
  }
});

test.each(pages)('the page of the template $name is shown by a preview, with all it asks for', async (template) => {
  const { name, build_command, web_folder } = template;
  const { id } = (await here.alice.call<{ id: string }>('POST', '/my/projects', { name })).body;
  const changes = await builtFiles(name, build_command);
  expect((await here.alice.call('POST', `/my/projects/${id}/files`, { changes })).status).toBeLessThan(300);
  const preview = `/my/projects/${id}/previews`;
  type Published = { preview: { url: string } };
  const { body } = await here.alice.call<Published>('POST', preview, { folder: web_folder });
  const { url } = body.preview;
  const page = await visit(url);
  expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  const asked = [...page.text.matchAll(/(?:href|src)="([^":#/]+)"/g)].map(([, path]) => path ?? '');
  expect(asked).toContain('style.css');
  const answers = await Promise.all(asked.map((path) => visit(new URL(path, url).href)));
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
});
