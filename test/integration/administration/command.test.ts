import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { argumentsOf } from '../../../infra/admin/arguments.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';

/* Requirements: ID12. */

let folder: string;
let artel: Artel;
let alice: Person;

const ROOT = resolve(import.meta.dirname, '../../..');

/** The command as an operator runs it, on the data folder of this machine. */
const admin = async (...args: string[]): Promise<{ code: number; output: string }> => {
  const child = spawn(process.execPath, ['infra/guard.mjs', 'infra/admin/run.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ARTEL_DATA: folder },
  });
  const [[code], ...output] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, output: output.join('') };
};

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
}, 60_000);

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
