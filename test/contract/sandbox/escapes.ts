import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import { changesOf, type Run } from './asked.ts';

export const letsNothingThrough = (run: Run): void => {
  describe('lets nothing through', () => {
    test('of the environment of whoever runs it', async () => {
      process.env.ARTEL_CANARY = 'canary-of-the-environment';
      const { output } = await run(
        'env; printenv; echo "$ARTEL_CANARY"; cat /proc/self/environ /proc/1/environ /proc/*/environ 2>&1 | tr "\\0" "\\n"',
      );
      delete process.env.ARTEL_CANARY;
      expect(output).not.toContain('canary');
      expect(output).not.toMatch(/AWS_|ARTEL_/);
    });

    test('of credentials: neither variables nor files', async () => {
      const { output } = await run(
        'echo "[$AWS_ACCESS_KEY_ID$AWS_SECRET_ACCESS_KEY$AWS_SESSION_TOKEN$HOME]"; cat ~/.aws/credentials ~/.npmrc ~/.ssh/id_rsa ~/.netrc; node run.mjs',
        {
          texts: { 'run.mjs': 'console.log(JSON.stringify(process.env))' },
        },
      );
      expect(output).not.toMatch(/AKIA|aws_secret|PRIVATE KEY|AWS_[A-Z_]+":|_authToken/);
    });

    describe('over the network', () => {
      let hits = 0;
      let port: number;
      const server = createServer((_, response) => {
        hits += 1;
        response.end('reached');
      });
      beforeAll(async () => {
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        port = (server.address() as AddressInfo).port;
      });
      afterAll(() => server.close());

      test('on the loopback of the machine', async () => {
        const script = `await fetch('http://127.0.0.1:${port}/').then((answer) => answer.text()).then(console.log, (error) => console.log('refused'));`;
        const command = `curl -s http://127.0.0.1:${port}/; curl -s http://localhost:${port}/; echo > /dev/tcp/127.0.0.1/${port}; node run.mjs`;
        const { output } = await run(command, { texts: { 'run.mjs': script } });
        expect(output).not.toContain('reached');
        expect(hits).toBe(0);
      });

      test('even where a host was granted: a name of the machine itself is none', async () => {
        const hosts = ['127.0.0.1', 'localhost'];
        const { output } = await run(`curl -s http://127.0.0.1:${port}/; curl -s http://localhost:${port}/`, {
          grants: { hosts },
        });
        expect(output).not.toContain('reached');
        expect(hits).toBe(0);
      });

      test('at the address of the metadata, granted or not', async () => {
        const command =
          'curl -s -m 2 http://169.254.169.254/latest/meta-data/; curl -s -m 2 http://169.254.170.2/v2/credentials; true';
        for (const hosts of [[], ['169.254.169.254', '169.254.170.2']]) {
          const { output } = await run(command, { grants: { hosts } });
          expect(output).not.toMatch(/ami-id|AccessKeyId/);
        }
      });
    });

    describe('of the machine', () => {
      let folder: string;
      beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), 'outside-'));
        await writeFile(join(folder, 'secret.txt'), 'canary-of-the-machine');
      });
      afterAll(() => rm(folder, { recursive: true }));

      test('its files', async () => {
        const { output } = await run(
          `cat ${folder}/secret.txt ../../../../../..${folder}/secret.txt; ls ${folder}; node run.mjs`,
          {
            texts: {
              'run.mjs': `import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('${folder}/secret.txt', 'utf8'));`,
            },
          },
        );
        expect(output).not.toContain('canary');
      });

      test('through a link that leads out, which is no file of the workspace either', async () => {
        const outcome = await run(
          `ln -s ${folder}/secret.txt leak; ln -s ${folder} out; cat leak out/secret.txt; cp leak copy; cp -r out copies; true`,
        );
        expect(outcome.output).not.toContain('canary');
        expect(JSON.stringify(changesOf(outcome))).not.toContain('canary');
        expect(outcome.changed.map(({ path }) => path)).not.toContain('leak');
      });

      test('by an archive with paths that lead out', async () => {
        const command = `mkdir -p a/b; echo x > up.txt; cd a/b && tar -cf ../../t.tar ../../up.txt; cd ../..; tar -xf t.tar -C ${folder}; tar -xf t.tar; true`;
        await run(command);
        expect(await readdir(folder)).toEqual(['secret.txt']);
      });

      test('its processes in /proc', async () => {
        const { output } = await run(
          `cat /proc/*/cmdline 2>/dev/null | tr "\\0" " "; cat /proc/${process.pid}/cmdline; true`,
        );
        expect(output).not.toMatch(/vitest|canary/);
      });

      test('by writing where others read', async () => {
        await run(`echo written > ${folder}/written.txt; echo x > /tmp/sandbox-written; echo x > /etc/written`);
        expect(await readdir(folder)).toEqual(['secret.txt']);
        const { output } = await run('ls /tmp; cat /tmp/sandbox-written');
        expect(output).not.toMatch(/^sandbox-written$/m);
      });
    });

    test("of another person's command, running beside it or before", async () => {
      const bob = authenticated({ userId: 'bob' }).inProject('default');
      const texts = { 'secret.txt': 'canary-of-bob' };
      const [, alices] = await Promise.all([
        run('cp secret.txt /tmp/left; cp secret.txt /left; export LEFT=$(cat secret.txt); sleep 0.3', {
          project: bob,
          texts,
        }),
        run('sleep 0.1; cat secret.txt /tmp/left /left; ls / /tmp; env'),
      ]);
      const after = await run('cat secret.txt /tmp/left /left; echo $LEFT; ls / /tmp');
      expect(alices.output + after.output).not.toContain('canary');
    });

    test('by the clock: it cannot be set', async () => {
      const { output } = await run('date -s "2001-01-01" 2>/dev/null; date +%Y');
      expect(output).not.toMatch(/^2001$/m);
    });

    test('that goes on after its end', async () => {
      const began = performance.now();
      const outcome = await run('(sleep 1; echo late > late.txt) & echo started', { limits: { timeMs: 5_000 } });
      expect(outcome.output).toBe('started\n');
      expect(performance.now() - began).toBeLessThan(4_000);
      expect(await run('ls')).toMatchObject({ output: '' });
    });
  });
};
