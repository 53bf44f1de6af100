import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { argumentsOf } from '../../../infra/admin/arguments.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';

/* Requirements: ID12, ID13. */

let folder: string;
let artel: Artel;
let alice: Person;

const ROOT = resolve(import.meta.dirname, '../../..');

type Ran = { code: number; output: string };

/** A command as an operator runs it, on the data folder of this machine. */
const ran = async (command: string, args: string[]): Promise<Ran> => {
  const child = spawn(process.execPath, ['infra/guard.mjs', `infra/${command}/run.ts`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ARTEL_DATA: folder },
  });
  const [[code], ...output] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, output: output.join('') };
};
const admin = (...args: string[]): Promise<Ran> => ran('admin', args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-admin-'));
  artel = await startArtel({ data: folder });
  alice = await artel.register('alice');
});
afterAll(async () => {
  await artel?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the operator makes administrators of a stopped service, lists them, and cannot remove the last', async () => {
  expect(await admin('list')).toMatchObject({ code: 2, output: expect.stringContaining('Stop it first') });
  await artel.stop();
  expect(await admin('grant', alice.email.toUpperCase())).toMatchObject({ code: 0 });
  const last = await admin('revoke', alice.email);
  expect(last).toEqual({ code: 2, output: 'The last administrator cannot be removed or locked.\n' });
  expect(await admin('list')).toEqual({ code: 0, output: `${alice.email}\n` });
  const nobody = await admin('grant', 'nobody@example.org');
  expect(nobody).toEqual({ code: 2, output: 'Nobody is registered with the address nobody@example.org.\n' });
});

test('the operator invites the first person of a service that is by invitation: once, and only to the address named', async () => {
  await artel.stop();
  const invited = await ran('invite', ['dora@example.org']);
  expect(invited).toMatchObject({ code: 0, output: expect.stringContaining('Good once, until ') });
  const invitation = invited.output.trim().split('\n').at(-1);
  artel = await startArtel({ data: folder, environment: { [ENV.registration]: 'invited' } });
  const register = async (email: string, more: object = { invitation }): Promise<number> => {
    const body = JSON.stringify({ email, password: 'a long enough password', ...more });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${artel.cloud.url}/auth/register`, { method: 'POST', headers, body })).status;
  };
  expect(await register('dora@example.org', {})).toBe(403);
  expect(await register('carol@example.org')).toBe(422);
  expect(await register('dora@example.org')).toBe(201);
  expect(await register('dora@example.org')).not.toBe(201);
  expect(await ran('invite', ['dora'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('Usage: npm run invite'),
  });
});

test('a deployment is named as the CDK has it, or by its stage', () => {
  const order = { kind: 'grant', email: 'a@example.org' };
  expect(argumentsOf(['grant', 'a@example.org', '-c', 'stage=prod'])).toEqual({ order, stage: 'prod' });
  expect(argumentsOf(['list', '--stage', 'staging'])).toEqual({ order: { kind: 'list' }, stage: 'staging' });
});

test.each([
  [[]],
  [['grant']],
  [['grant', 'alice']],
  [['list', 'x']],
  [['list', '-c', 'prod']],
  [['list', '--stage', 'moon']],
])('%j is refused with the usage', (texts) => {
  expect(() => argumentsOf(texts)).toThrow(/Usage: npm run admin/);
});
