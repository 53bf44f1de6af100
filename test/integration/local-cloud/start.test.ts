import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { took } from '../../support/pace.ts';
import { startScriptedMessages } from '../../support/scripted-messages.ts';

type Running = { process: ChildProcess; output: () => string; until: (pattern: RegExp) => Promise<string> };

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(environment: Record<string, string>): Running {
  const child = spawn(process.execPath, ['infra/guard.mjs', 'infra/local/start.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', ARTEL_DATA: 'memory', ...environment },
  });
  started.push(child);
  let text = '';
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
      for (const check of checks) check();
    });
  }
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => pattern.test(text) && resolve(pattern.exec(text)?.[1] ?? '');
      checks.add(check);
      child.once('exit', () => reject(new Error(`ended before ${pattern}:\n${text}`)));
      check();
    });
  return { process: child, output: () => text, until };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}

describe('npm start', () => {
  test('npm start comes up with a checklist, a user and a command, answers, and ends within two seconds of SIGTERM', async () => {
    const data = mkdtempSync(join(tmpdir(), 'artel-start-'));
    const running = start({ ARTEL_DATA: data });
    const url = await running.until(/REST API {3}(\S+)[\s\S]*Ctrl-C ends it/);
    expect(running.output()).toMatch(/✓ dynamodb \d+\.\d s/);
    expect(running.output()).toContain(
      `demo@artel.local, password ${readFileSync(join(data, 'demo-password'), 'utf8')}`,
    );
    expect(running.output()).toMatch(/Demo user .*, an administrator\n/);
    const [, token] = /Token {6}(\S+)/.exec(running.output()) ?? [];
    const users = await fetch(`${url}/admin/users`, { headers: { authorization: `Bearer ${token}` } });
    expect(await users.json()).toMatchObject({ items: [{ email: 'demo@artel.local', roles: ['user', 'admin'] }] });
    expect((await fetch(`${url}/health`)).status).toBe(200);

    const rival = start({ ARTEL_DATA: data });
    expect(await exitCode(rival.process)).toBe(1);
    expect(rival.output()).toContain(`The data folder ${data} is in use by process ${running.process.pid} since `);

    const ended = async () => {
      running.process.kill('SIGTERM');
      expect(await exitCode(running.process)).toBe(0);
    };
    expect(await took(ended)).toBeLessThan(2500);
  });

  test('npm start answers with the Claude whose key is in the environment', async () => {
    const claude = await startScriptedMessages();
    claude.always({ text: 'Hello, Ada.' });
    const running = start({
      ANTHROPIC_BASE_URL: claude.url,
      ANTHROPIC_API_KEY: 'sk-ant-1',
      ANTHROPIC_MODEL: 'claude-opus-5',
    });
    const url = await running.until(/REST API {3}(\S+)[\s\S]*Ctrl-C ends it/);
    expect(running.output()).toContain(`Model      ${claude.url}\n`);
    const [, session, token] = /my\/chat\/(\S+)\/message[\s\S]*Bearer (\S+)'/.exec(running.output()) ?? [];
    const response = await fetch(`${url}/my/chat/${session}/message?wait=25`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"content": "Hello! My name is Ada.", "target_agent": "guide"}',
    });
    expect({ status: response.status, text: await response.text() }).toMatchObject({
      status: 200,
      text: expect.stringContaining('Hello, Ada.'),
    });
    const { headers, body } = claude.requests[0]!;
    expect([headers['x-api-key'], body.model]).toEqual(['sk-ant-1', 'claude-opus-5']);
    await claude.stop();
  });

  test('npm start says in one line that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const running = start({ PORT: String(port) });
    expect(await exitCode(running.process)).toBe(1);
    expect(running.output().trimEnd().split('\n').at(-1)).toBe(`Port ${port} is taken; choose another with PORT.`);
    server.close();
  });

  test('npm start says in one line that its data folder cannot be created', async () => {
    const running = start({ ARTEL_DATA: '/dev/null/artel' });
    expect(await exitCode(running.process)).toBe(1);
    expect(running.output()).toMatch(/\nThe data folder \/dev\/null\/artel cannot be used: .+\n$/);
  });

  test('npm start says in one line that the chosen wall cannot be had', async () => {
    const running = start({ ARTEL_SANDBOX: 'process', ARTEL_SANDBOX_DEPENDENCIES: '/nowhere/node_modules' });
    expect(await exitCode(running.process)).toBe(1);
    expect(running.output()).toMatch(/^Starting Artel\nThe wall "process" cannot be had on this machine: .+\n$/);
  });
});
