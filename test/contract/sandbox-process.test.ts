import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { createProcessSandbox, SandboxUnavailable } from '../../shared/sandbox/index.ts';
import { noBubblewrap } from '../support/bubblewrap.ts';
import { changesOf, commandOf, sandboxContract } from './sandbox.ts';

/* Requirements: BT5. */

const MEGABYTE = 1024 * 1024;

/** What this machine knows of the process with this command line. */
const statusOf = (commandLine: string): string | undefined => {
  const read = (pid: string, name: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      // It has ended meanwhile.
      return '';
    }
  };
  const found = readdirSync('/proc').find((pid) => read(pid, 'cmdline') === `${commandLine.replaceAll(' ', '\0')}\0`);
  return found && read(found, 'status');
};

describe.skipIf(noBubblewrap)('with bubblewrap', () => {
  sandboxContract('process', {
    hasProcesses: true,
    open: async () => ({ sandbox: createProcessSandbox(), close: () => undefined }),
  });

  describe('the wall process, beyond what all walls do', () => {
    const sandbox = createProcessSandbox({ dependencies: join(process.cwd(), 'node_modules') });
    const run = (...command: Parameters<typeof commandOf>) => sandbox.run(commandOf(...command));
    const room = { memoryBytes: 700 * MEGABYTE, timeMs: 20_000 };

    test('node --test runs the tests of a project, and its exit says how they went', async () => {
      const body = "import test from 'node:test';\nimport assert from 'node:assert';\n";
      const texts = {
        'a.test.mjs': `${body}test('adds', () => assert.equal(1 + 1, 2));`,
        'b.test.mjs': `${body}test('subtracts', () => assert.equal(2 - 1, 2));`,
      };
      const good = await run('node --test a.test.mjs', { texts, limits: room });
      expect(good).toMatchObject({ exit: 0, changed: [] });
      const bad = await run('node --test', { texts, limits: room });
      expect(bad.exit).toBe(1);
      expect(bad.output).toMatch(/pass 1[\s\S]*fail 1/);
    });

    test('dependencies are found, and cannot be written', async () => {
      const texts = { 'run.mjs': "import { z } from 'zod';\nconsole.log(z.int().parse(3));" };
      const outcome = await run('node run.mjs; touch /node_modules/x || echo closed', { texts, limits: room });
      expect(outcome.output).toMatch(/^3\n[\s\S]*closed\n$/);
      expect(outcome.changed).toEqual([]);
    });

    test('vite build makes a page of its files', async () => {
      const texts = {
        'index.html': '<!doctype html><title>a</title><script type="module" src="/main.js"></script>',
        'main.js': "document.title = 'built';",
      };
      const outcome = await run('vite build --logLevel warn', { texts, limits: room });
      expect(outcome).toMatchObject({ exit: 0 });
      expect(outcome.changed.map(({ path }) => path)).toContain('dist/index.html');
    });

    test.each([
      ['/dev', '/dev/filled'],
      ['the root', '/filled'],
      ['the program that runs the command', '/runtime/filled'],
      ['the system', '/usr/filled'],
    ])('nothing can be written to %s', async (_, path) => {
      const outcome = await run(`dd if=/dev/zero of=${path} bs=1M count=64 2>/dev/null && echo written; true`);
      expect(outcome).toMatchObject({ exit: 0, output: '' });
    });

    test.each(['/tmp', '/dev/shm'])('what is written to %s is bounded too, and gone afterwards', async (folder) => {
      const outcome = await run(`dd if=/dev/zero of=${folder}/filled bs=1M count=64 2>/dev/null || echo full`);
      expect(outcome.output).toBe('full\n');
      expect((await run(`ls ${folder}`)).output).toBe('');
    });

    test('files without end end it, though they are empty', async () => {
      const texts = {
        'run.mjs': "import fs from 'node:fs';\nfor (let n = 0; ; n += 1) fs.writeFileSync('f' + n, '');",
      };
      expect(await run('node run.mjs', { texts })).toMatchObject({ killed: 'disk', changed: [] });
    });

    test('a fork bomb is over before its time', async () => {
      const outcome = await run('b() { b | b & }; b; sleep 25', { limits: { processes: 20, timeMs: 20_000 } });
      expect(outcome).toMatchObject({ killed: 'processes' });
      expect(outcome.durationMs).toBeLessThan(20_000);
    });

    // A busy machine may be late once or twice.
    test('the time is exact within a tenth', { retry: 4 }, async () => {
      const { durationMs } = await run('sleep 9', { limits: { timeMs: 1_000 } });
      expect(durationMs).toBeGreaterThanOrEqual(990);
      expect(durationMs).toBeLessThan(1_100);
    });

    test('nobody inside has rights, or can get any', async () => {
      const { output } = await run(
        'grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/self/status; unshare -U true || echo refused',
      );
      expect(output).toMatch(/CapEff:\t0+\nCapBnd:\t0+\nNoNewPrivs:\t1\n[\s\S]*refused/);
    });

    test.skipIf(process.getuid?.() !== 0)('a root outside is not root there either, once it is inside', async () => {
      const off = new AbortController();
      const running = run('sleep 27.531', { limits: { timeMs: 30_000 }, signal: off.signal });
      const seen = await vi.waitUntil(() => statusOf('sleep 27.531'), { timeout: 20_000, interval: 10 });
      expect(/^Uid:\t(\d+)/m.exec(seen)?.[1]).toMatch(/^[1-9]\d{5,}$/);
      off.abort();
      expect((await running).killed).toBe('signal');
    });

    test('a report that the command forges leads nowhere outside its files', async () => {
      const forged = [
        "const header = Buffer.from(JSON.stringify({ header: { exit: 0, bytes: 0 }, files: [{ path: '../../out', bytes: 1 }, { path: '/etc/x', bytes: 1 }], removed: [] }));",
        'const length = Buffer.alloc(4);',
        'length.writeUInt32BE(header.length);',
        "require('node:fs').writeFileSync('/proc/2/fd/3', Buffer.concat([length, header, Buffer.from('ab')]));",
      ];
      const outcome = await run('node forge.cjs; kill -9 2', { texts: { 'forge.cjs': forged.join('\n') } }).catch(
        (error: Error) => error,
      );
      if (outcome instanceof Error) expect(outcome.name).toBe('CommandRefused');
      else expect(changesOf(outcome)).toEqual({});
    });

    test('whoever runs a command and is killed leaves nothing of it behind', async () => {
      const module = pathToFileURL(join(process.cwd(), 'shared/sandbox/index.ts')).href;
      const program = `
        import { createProcessSandbox } from ${JSON.stringify(module)};
        const limits = { timeMs: 60000, memoryBytes: 1e9, diskBytes: 1e6, outputBytes: 1000, processes: 9 };
        const signal = new AbortController().signal;
        await createProcessSandbox().run({ files: new Map(), command: 'sleep 47.11', limits, grants: { hosts: [] }, signal });
      `;
      const runner = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
      await vi.waitUntil(() => statusOf('sleep 47.11'), { timeout: 20_000, interval: 20 });
      runner.kill('SIGKILL');
      await vi.waitUntil(() => statusOf('sleep 47.11') === undefined, { timeout: 20_000, interval: 20 });
    });

    test('where there is no bubblewrap no command runs', async () => {
      const without = createProcessSandbox({ bubblewrap: '/nowhere/bwrap' });
      await expect(without.run(commandOf('echo hi'))).rejects.toBeInstanceOf(SandboxUnavailable);
    });

    test('a granted host is reached by its name, through the dispatcher, and no other', async () => {
      const reached: string[] = [];
      const server = createServer((socket) => void socket.on('data', (data) => socket.end(`heard ${data}`)));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      const granting = createProcessSandbox({
        dial: async (host) => {
          reached.push(host);
          return connect(port, '127.0.0.1');
        },
      });
      const program = [
        "const { connect } = require('node:net');",
        'const { hostname, port } = new URL(process.env.HTTPS_PROXY);',
        "const socket = connect(port, hostname, () => socket.write('CONNECT ' + process.argv[2] + ' HTTP/1.1\\r\\n\\r\\n'));",
        "socket.on('data', (data) => { console.log(String(data).trim()); if (/200/.test(data)) socket.write('ping'); });",
        "socket.on('close', () => process.exit());",
      ];
      const hosts = ['api.example.com'];
      const command =
        'for to in api.example.com:443 evil.example.com:443 api.example.com:22; do timeout 2 node ask.cjs $to; done';
      const { output } = await granting.run(
        commandOf(command, { texts: { 'ask.cjs': program.join('\n') }, grants: { hosts }, limits: room }),
      );
      server.close();
      expect(output.split('\n').filter((line) => line.trim())).toEqual([
        'HTTP/1.1 200 Connection Established',
        'heard ping',
        'HTTP/1.1 403 Forbidden',
        'HTTP/1.1 403 Forbidden',
      ]);
      expect(reached).toEqual(['api.example.com']);
    });
  });
});
