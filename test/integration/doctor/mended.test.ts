import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Artel, type Person, person, startArtel } from '../../support/artel.ts';
import { storedEvents } from '../../support/events.ts';
import { holdAnswer, send, stateOf } from '../../support/gates.ts';
import { operatorOf } from '../../support/operator.ts';

/* Requirements: BUS7, CH4. */

let folder: string;
let artel: Artel;
let alice: Person;

const ROOT = resolve(import.meta.dirname, '../../..');

/** The command as an operator runs it, on the data folder of this machine. */
const doctor = async (...args: string[]): Promise<{ code: number; output: string }> => {
  const child = spawn(process.execPath, ['infra/guard.mjs', 'infra/doctor/run.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ARTEL_DATA: folder },
  });
  const [[code], ...output] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, output: output.join('') };
};

const start = async (): Promise<void> => {
  artel = await startArtel({ data: folder });
  artel.model.always({ text: 'A plain answer.' });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artel-doctor-'));
  await start();
  alice = await artel.register('alice');
});
afterAll(async () => {
  await artel?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The doctor takes it for the time at which the service stopped: what is due since then is not late. */
const lastWrite = async (): Promise<number> => (await stat(join(folder, 'dynamodb', 'dynamodb.sqlite'))).mtimeMs;

/** As an earlier version left it when a message had interrupted a plan: the entry of its run stayed in the queue. */
const leaveStaleEntry = async (session: string, run: string): Promise<void> => {
  const operator = operatorOf(artel.cloud);
  const [state] = (await operator.itemsOf(`USER#${alice.id}`)).filter(({ sk, session_id }) => {
    return sk === 'STATE' && session_id === session;
  });
  await operator.put({ pk: String(state?.pk), sk: `RQ#!${run}`, v: 1, run_id: run });
  operator.stop();
};

test('the doctor leaves a running service alone, and says so', async () => {
  const { code, output } = await doctor('--repair');
  expect(code).toBe(2);
  expect(output).toMatch(/is in use by process \d+ .*Stop it first/);
});

test('R0: a session with the entry of an ended run goes on after a repair, and each message ends once', async () => {
  const { session, agent } = await alice.chat();
  const ended = await alice.ask(session, 'One.', { target_agent: agent });
  const held = holdAnswer(artel, 'Two.');
  const sent = [await send(alice, session, 'Two.', { target_agent: agent })];
  await held.arrived;
  sent.push(await send(alice, session, 'Three.', { target_agent: agent }));
  await leaveStaleEntry(session, ended.run.id);
  await artel.stop();
  const stoppedAt = await lastWrite();

  const found = await doctor();
  expect(found.output).toContain(`session ${session}, run ${ended.run.id}`);
  expect(found.output).toContain('1 of them have a known mend');
  expect(found.code).toBe(1);
  const mended = await doctor('--repair', '--user', alice.id);
  expect(mended.output).toContain('1 users examined: all is well, 1 mended.');
  expect(mended.code).toBe(0);
  expect(await lastWrite()).toBeCloseTo(stoppedAt, 0);

  await start();
  alice = person(artel.cloud.url, alice);
  await artel.cloud.sweep();
  const runs = sent.map(({ body }) => body.run.id);
  const states = () => Promise.all(runs.map((run) => stateOf(alice, run)));
  await expect.poll(states).toEqual(['completed', 'completed']);
  const ends = (await storedEvents(alice, session)).filter(({ event_type }) => event_type === 'run_completed');
  expect(ends.map(({ payload }) => payload.run_id)).toEqual([ended.run.id, ...runs]);
  expect((await alice.ask(session, 'Four.', { target_agent: agent })).run.state).toBe('completed');
});
