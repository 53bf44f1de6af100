import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { changesOfTemplate, listTemplates } from '../../shared/builder/index.ts';
import { egressFetch } from '../../shared/egress/index.ts';
import { lightWall, type Outcome, ShellPool } from '../../shared/sandbox/index.ts';
import { commandOf } from './sandbox.ts';

/* Requirements: BT10. */

const pool = new ShellPool();
const wall = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);
afterAll(() => pool.close());

const textsOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    (changesOfTemplate(name) ?? []).map((change) => [change.path, 'content' in change ? String(change.content) : '']),
  );

const madeBy = ({ changed }: Outcome): Map<string, string> =>
  new Map(changed.map(({ path, content }) => [path, Buffer.from(content ?? []).toString()]));

test('there are five templates, each with a title and a sentence about it', () => {
  const templates = listTemplates();
  expect(templates.map(({ name }) => name)).toEqual(['api', 'command-line', 'front-end', 'full-stack', 'static-site']);
  for (const { title, description } of templates)
    expect([title, description]).toEqual([expect.stringMatching(/./), expect.stringMatching(/\.$/)]);
});

/** A project's files in a folder of their own for as long as the work takes. */
const onDisk = async (texts: Record<string, string>, work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'artel-template-'));
  try {
    for (const [path, text] of Object.entries(texts)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe.each(listTemplates())('the template $name', ({ name, test_command }) => {
  const texts = textsOf(name);

  test('passes its tests behind the wall light', async () => {
    const outcome = await wall.run(commandOf(test_command, { texts }));
    expect(outcome).toMatchObject({ exit: 0, changed: [] });
    const count = Number(/^1\.\.(\d+)$/m.exec(outcome.output)?.[1]);
    expect(count).toBeGreaterThan(2);
    expect(outcome.output.match(/^ok /gm)).toHaveLength(count);
  });

  test('passes its tests in Node itself', () =>
    onDisk(texts, async (folder) => {
      const [, file = ''] = test_command.split(' ');
      const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
      expect(stdout).toMatch(/^ok 1 - /m);
    }));

  test('fails its tests when one of its facts is none', async () => {
    const broken = "import { equal, test } from './tap.js';\ntest('one is two', () => equal(1, 2));\n";
    const outcome = await wall.run(commandOf(test_command, { texts: { ...texts, 'test/broken.test.js': broken } }));
    expect(outcome.exit).toBe(1);
    expect(outcome.output).toContain('- one is two\n# it is 1, it should be 2');
  });
});

const startOf = (template: string): string =>
  listTemplates().find(({ name }) => name === template)?.start_command ?? '';

const built = listTemplates().flatMap(({ name, build_command, web_folder }) =>
  build_command === undefined ? [] : [{ name, build_command, web_folder }],
);

test.each(built)('the template $name is built into a folder with a page and all it asks for', async (template) => {
  const { name, build_command, web_folder } = template;
  const outcome = await wall.run(commandOf(build_command, { texts: textsOf(name) }));
  expect(outcome).toMatchObject({ exit: 0 });
  const made = madeBy(outcome);
  expect([...made.keys()].every((path) => path.startsWith(`${web_folder}/`))).toBe(true);
  const page = made.get(`${web_folder}/index.html`) ?? '';
  expect(page).toMatch(/<html lang="en">[\s\S]*<title>\S/);
  const asked = [...page.matchAll(/(?:href|src)="([^":#]+)"/g)].map(([, path]) => `${web_folder}/${path}`);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => !made.has(path))).toEqual([]);
});

test('a template that starts a server starts it from a file that is there', () => {
  const started = listTemplates().flatMap(({ name, start_command }) =>
    start_command === undefined ? [] : [{ name, file: start_command.split(' ')[1] ?? '' }],
  );
  expect(started.map(({ name }) => name)).toEqual(['api', 'command-line', 'full-stack']);
  for (const { name, file } of started) expect(textsOf(name)).toHaveProperty([file]);
});

type Served = { status: number; type: string | null; text: string };

/** Starts a server by its command, in Node, on a free port; `ask` sends it a request. */
const served = async (
  folder: string,
  command: string,
  use: (ask: (path: string, body?: string) => Promise<Served>) => Promise<void>,
): Promise<void> => {
  const [, file = ''] = command.split(' ');
  const server = spawn(process.execPath, [file], { cwd: folder, env: { PORT: '0' } });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const port = /port (\d+)/.exec(String(line))?.[1];
    await use(async (path, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, body === undefined ? {} : { method: 'POST', body });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    });
  } finally {
    server.kill();
    await once(server, 'exit');
  }
};

test('the server of the template api answers over HTTP', () =>
  onDisk(textsOf('api'), (folder) =>
    served(folder, startOf('api'), async (ask) => {
      expect(await ask('/items', '{"text": "milk"}')).toMatchObject({ status: 201, text: '{"id":"1","text":"milk"}' });
      expect(await ask('/items')).toMatchObject({ status: 200, text: '{"items":[{"id":"1","text":"milk"}]}' });
      await expect(ask('//')).rejects.toThrow();
      expect(await ask('/items', '{"text":')).toMatchObject({ status: 400 });
      expect(await ask('/items', JSON.stringify({ text: 'x'.repeat(70_000) }))).toMatchObject({ status: 413 });
    }),
  ));

test('the server of the template full-stack answers with its page and its API, and with no other file', async () => {
  const full = built.find(({ name }) => name === 'full-stack');
  const outcome = await wall.run(commandOf(full?.build_command ?? '', { texts: textsOf('full-stack') }));
  await onDisk({ ...textsOf('full-stack'), ...Object.fromEntries(madeBy(outcome)) }, (folder) =>
    served(folder, startOf('full-stack'), async (ask) => {
      expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
      expect(await ask('/main.js')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' });
      expect(await ask('/api/entries', '{"name": "Ada", "text": "Hello"}')).toMatchObject({ status: 201 });
      expect((await ask('/api/entries')).text).toContain('"text":"Hello"');
      for (const path of ['/package.json', '/..%2fpackage.json', '/%2e%2e/package.json'])
        expect((await ask(path)).status).toBe(404);
    }),
  );
});

test('all templates are tested by the same few lines', () => {
  const runners = listTemplates().map(({ name }) => {
    const texts = textsOf(name);
    return [texts['test/tap.js'], texts['test/run.js']];
  });
  expect(new Set(runners.map(String)).size).toBe(1);
});
