import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EgressUnreachable } from '../../../shared/egress/index.ts';
import { lightWall, ShellPool } from '../../../shared/sandbox/index.ts';
import { openToolbox, type Toolbox, ToolUnavailable } from '../../../shared/tools/index.ts';
import { readFiles } from '../../../shared/workspace/index.ts';
import { inTable } from '../../support/in-table.ts';
import { startTestObjects } from '../../support/objects.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';

/* Requirements: AG5, BT5. */

const alice = projectOf('alice');
inTable();
const pool = new ShellPool();
const asked: string[] = [];
let objects: Awaited<ReturnType<typeof startTestObjects>>;
let toolbox: Toolbox;

const sandbox = lightWall(
  ({ project, signal }, job) => pool.run(project.userId, job, signal),
  async (url, init = {}) => {
    asked.push(`${init.method} ${url}`);
    if (String(url).includes('down.example')) throw new EgressUnreachable('The server cannot be reached.');
    if (String(url).endsWith('/moved')) {
      return new Response('', { status: 302, headers: { location: 'https://elsewhere.example/' } });
    }
    return new Response(`answer ${asked.length}\n`);
  },
);

beforeAll(async () => {
  objects = await startTestObjects();
  toolbox = await openToolbox(alice, someAgent, ['run_command', 'file_write'], { sandbox });
  await write('src/a.txt', 'one\ntwo\n');
});
afterAll(async () => {
  pool.close();
  await objects.stop();
});

const call = (name: string, args: object, project = alice) => toolbox.find(name)!.run(args, callBy(project));
const write = (path: string, content: string) => call('file_write', { path, content });
const run = (command: string, more: object = {}) => call('run_command', { command, ...more });
const files = async () => {
  const found = await readFiles(alice);
  const texts = [...found.files].map(([path, { content }]) => [path, Buffer.from(content).toString()]);
  return { version: found.version, texts: Object.fromEntries(texts) };
};

describe('a command of an agent', () => {
  test('sees the files of the workspace, and its agent the exit and the output', async () => {
    expect(await run('wc -l < src/a.txt; ls nothing')).toEqual({
      content: 'exit 2\n2\nls: nothing: No such file or directory\n',
      isError: false,
    });
  });

  test('forgets what it changed, and says so', async () => {
    const before = await files();
    const { content } = await run('echo made > made.txt; rm src/a.txt');
    expect(content).toBe('exit 0\n[Changed and forgotten: made.txt, src/a.txt (removed)]');
    expect(await files()).toEqual(before);
  });

  test('makes a version of what it changed where that is to be kept', async () => {
    const { version } = await files();
    const { content } = await run('echo made > made.txt; echo three >> src/a.txt', { keep_changes: true });
    expect(content).toBe(`exit 0\n[Version ${version + 1} has: made.txt, src/a.txt]`);
    expect(await files()).toEqual({
      version: version + 1,
      texts: { 'made.txt': 'made\n', 'src/a.txt': 'one\ntwo\nthree\n' },
    });
  });

  test('runs on an earlier version, and is shown both sides where others changed the same lines since', async () => {
    expect(await run('cat src/a.txt', { version: 1 })).toMatchObject({ content: 'exit 0\none\ntwo\n' });
    const before = await files();
    const refused = await run('echo drei >> src/a.txt', { version: 1, keep_changes: true });
    expect(refused).toMatchObject({ isError: true, content: expect.stringContaining('drei') });
    expect(refused.content).toContain('three');
    expect(await files()).toEqual(before);
    expect(await run('ls', { version: 99 })).toMatchObject({
      isError: true,
      content: expect.stringMatching(/version/),
    });
  });

  test('that leaves a path no workspace can have is refused, with nothing of it kept', async () => {
    const before = await files();
    const refused = await run("echo x > ok.txt; echo x > 'a\\b'", { keep_changes: true });
    expect(refused).toMatchObject({ isError: true, content: expect.stringContaining('Not a valid file path') });
    expect(await files()).toEqual(before);
  });

  test('that the wall never runs is refused with a sentence that says which would', async () => {
    expect(await run('ls && git status')).toMatchObject({
      isError: true,
      content: expect.stringMatching(/“git” does not run .* “process” and “machine”/),
    });
  });

  test('bundles a page', async () => {
    await write('src/main.tsx', "import { hello } from './hello';\ndocument.title = hello('page') as string;\n");
    await write('src/hello.ts', "export const hello = (name: string): string => 'hello ' + name;\n");
    const { content } = await run('npx esbuild src/main.tsx --bundle --minify --outdir=dist', { keep_changes: true });
    expect(content).toContain('dist/main.js');
    expect((await files()).texts['dist/main.js']).toMatch(/document\.title=/);
    const broken = await run('echo "export const" > b.ts; esbuild b.ts --bundle');
    expect(broken.content).toMatch(/^exit 1\n[\s\S]*b\.ts:/);
  });
});

describe('a command that needs a host', () => {
  test('reaches it where a person granted it, each request once, though the command runs anew with each answer', async () => {
    asked.length = 0;
    const command =
      'curl -s https://api.example.com/one > one.txt; curl -s -X POST -d x https://api.example.com/two; cat one.txt';
    const { content } = await run(command, { hosts: ['api.example.com'] });
    expect(content).toContain('answer 2\nanswer 1\n');
    expect(asked).toEqual(['GET https://api.example.com/one', 'POST https://api.example.com/two']);
  });

  test('reaches no other, not by a redirect either, and none without a grant', async () => {
    asked.length = 0;
    const { content } = await run('curl -s https://other.example.com/', { hosts: ['api.example.com'] });
    expect(content).not.toContain('answer');
    await run('curl -sL https://api.example.com/moved', { hosts: ['api.example.com'] });
    const without = await run('curl -s https://api.example.com/');
    expect(without.content).toMatch(/^exit 127/);
    expect(asked).toEqual(['GET https://api.example.com/moved']);
  });

  test('is told what went wrong when it cannot be reached, and after ten requests', async () => {
    const down = await run('curl -sS https://down.example.com/', { hosts: ['down.example.com'] });
    expect(down.content).toContain('cannot be reached');
    asked.length = 0;
    await run('for i in $(seq 1 15); do curl -s https://api.example.com/$i; done', { hosts: ['api.example.com'] });
    expect(asked).toHaveLength(10);
  });
});

test('where no wall is chosen no command runs', async () => {
  const closed = await openToolbox(alice, someAgent, ['run_command']);
  const running = closed.find('run_command')!.run({ command: 'echo hello' }, callBy(alice));
  await expect(running).rejects.toThrow(ToolUnavailable);
});
