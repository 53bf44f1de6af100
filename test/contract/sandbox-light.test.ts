import { afterAll, describe, expect, test } from 'vitest';
import { authenticated } from '../../shared/core/scope.ts';
import { egressFetch } from '../../shared/egress/index.ts';
import { CommandRefused, lightWall, ShellPool } from '../../shared/sandbox/index.ts';
import { changesOf, commandOf, sandboxContract } from './sandbox.ts';

/* Requirements: BT5. */

const wallOf = (pool: ShellPool) =>
  lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);

sandboxContract('light', {
  hasProcesses: false,
  open: async () => {
    const pool = new ShellPool();
    return { sandbox: wallOf(pool), close: () => pool.close() };
  },
});

describe('behind the wall light', () => {
  const pool = new ShellPool();
  const wall = wallOf(pool);
  afterAll(() => pool.close());
  const run = (command: string, texts: Record<string, string> = {}) => wall.run(commandOf(command, { texts }));

  test.each(['git status', 'npm install', 'npx cowsay', 'node --test', 'node', 'python3 -c 1', 'true && tsc || true'])(
    '“%s” is refused, with what would run it',
    async (command) => {
      await expect(run(`echo x > made; ${command}`)).rejects.toThrow(CommandRefused);
      await expect(run(command)).rejects.toThrow(/the walls “process” and “machine”/);
    },
  );

  test('the scripts of package.json run, with what is given to them', async () => {
    const scripts = { test: 'node test.js', greet: 'echo hello', broken: 'exit 3' };
    const texts = { 'package.json': JSON.stringify({ scripts }), 'test.js': "console.log('tested');" };
    expect(await run('npm test', texts)).toMatchObject({ exit: 0, output: 'tested\n' });
    expect(await run("npm run greet -- 'you there'", texts)).toMatchObject({ exit: 0, output: 'hello you there\n' });
    expect(await run('npm run broken', texts)).toMatchObject({ exit: 3 });
    expect(await run('npm run none', texts)).toMatchObject({ exit: 1, output: expect.stringContaining('no script') });
  });

  test('a script that is interrupted since it takes too many steps is told how many there are', async () => {
    // In the words of the engine, which takes half a minute to come to that.
    const script = "console.error('    at <eval> (run.js:1:1): interrupted'); process.exit(1);";
    const outcome = await run('node run.js || echo went on', { 'run.js': script });
    expect(outcome.output).toMatch(/interrupted\nnode: a script may take a thousand million steps .*\nwent on\n$/);
  });

  test('scripts of JavaScript find what they need of Node', async () => {
    const script = [
      "import assert from 'node:assert/strict';",
      "import { readFile, writeFile } from 'node:fs/promises';",
      "import { join } from 'node:path';",
      "import { EventEmitter } from 'node:events';",
      "await writeFile('out.txt', (await readFile('run.ts', 'utf8')).length > 10 ? 'long' : 'short');",
      "await assert.rejects(async () => { throw new TypeError('no'); }, TypeError);",
      "assert.match('abc', /b/);",
      'const seen: string[] = [];',
      'const every = setInterval(() => seen.push("tick"), 10);',
      'await new Promise((resolve) => setTimeout(resolve, 35));',
      'clearInterval(every);',
      "assert.deepEqual(seen, ['tick', 'tick', 'tick']);",
      "new EventEmitter().on('x', (value) => console.log(join('a', value))).emit('x', 'b');",
      'console.log(structuredClone({ a: [new Map([[1, 2]])] }).a[0].get(1), new TextEncoder().encode("ü").length);',
    ].join('\n');
    const outcome = await run('node run.ts', { 'run.ts': script });
    expect(outcome).toMatchObject({ exit: 0, output: 'a/b\n2 2\n' });
    expect(changesOf(outcome)).toEqual({ 'out.txt': 'long' });
  });

  test('more users than there are processes get their answers, each their own', async () => {
    const users = Array.from({ length: 7 }, (_, at) => `user${at}`);
    const outcomes = await Promise.all(
      users.map((userId) => {
        const project = authenticated({ userId }).inProject('default');
        return wall.run(commandOf('cat name.txt', { project, texts: { 'name.txt': userId } }));
      }),
    );
    expect(outcomes.map(({ output }) => output)).toEqual(users);
  });

  test('a call that is given up while it waits for a process ends at once', async () => {
    const small = new ShellPool({ most: 1 });
    const busy = wallOf(small).run(commandOf('sleep 2'));
    const off = new AbortController();
    const waiting = wallOf(small).run(commandOf('echo hello', { signal: off.signal }));
    off.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
    expect(await busy).toMatchObject({ exit: 0 });
    small.close();
  });
});
