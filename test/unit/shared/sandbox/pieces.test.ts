import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { authenticated } from '../../../../shared/core/scope.ts';
import {
  answerCall,
  Carried,
  type Command,
  CommandRefused,
  callingFunction,
  callSchema,
  type Invoke,
  type Job,
  type Reply,
  SandboxUnavailable,
} from '../../../../shared/sandbox/index.ts';

/* Requirements: BT5, ID5. */

const MEGABYTE = 1024 * 1024;
/** What Lambda takes and gives. */
const LARGEST = 6 * MEGABYTE;

const command = (user = 'alice'): Command => ({
  project: authenticated({ userId: user }).inProject('site'),
  files: new Map(),
  command: 'cp',
  limits: { timeMs: 1_000, memoryBytes: 1, diskBytes: 1, outputBytes: 1, processes: 1 },
  grants: { hosts: [] },
  signal: new AbortController().signal,
});

const jobOf = (megabytes: readonly number[]): Job => {
  const { command: text, limits } = command();
  const files = megabytes.map((size, at) => ({
    ...{ path: `${at}.bin`, content: new Uint8Array(randomBytes(size * MEGABYTE)), executable: false },
  }));
  return { files, command: text, limits, reaches: false, exchanges: [] };
};

/** A command that leaves each file under another name, as often as it says. */
const copies =
  (times: number) =>
  async (_: string, { files }: Job): Promise<Reply> => ({
    ...{ kind: 'ran', exit: 0, output: '', isCut: false, durationMs: 1 },
    changed: Array.from({ length: times }, (_, time) =>
      files.map(({ path, content }) => ({ path: `${time}/${path}`, content, executable: false })),
    ).flat(),
  });

/** Environments of the function; `next` says which one gets a call. What goes over the wire is JSON of Lambda's size. */
const inEnvironments = (count: number, next: (call: number) => number, times = 1) => {
  const environments = Array.from({ length: count }, () => ({ carried: new Carried(), run: copies(times) }));
  let calls = 0;
  const sent = (value: unknown): unknown => {
    const text = JSON.stringify(value);
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST);
    return JSON.parse(text);
  };
  const invoke: Invoke = async (call) => {
    calls += 1;
    return sent(await answerCall(callSchema.parse(sent(call)), environments[next(calls) % count]!));
  };
  return { run: callingFunction(invoke), invoke, calls: () => calls };
};

const expectCopied = (reply: Reply, { files }: Job): void => {
  if (reply.kind !== 'ran') throw new Error('It did not run.');
  expect(reply.changed.map(({ path }) => path)).toEqual(files.map(({ path }) => `0/${path}`));
  const isSame = reply.changed.map(({ content }, at) => Buffer.compare(content!, files[at]!.content) === 0);
  expect(isSame).toEqual(files.map(() => true));
};

test('what fits into one call goes in one', async () => {
  const { run, calls } = inEnvironments(1, () => 0);
  const job = jobOf([2, 1]);
  expectCopied(await run(command(), job), job);
  expect(calls()).toBe(1);
});

test('what does not goes in pieces, there and back, byte for byte, and nothing of it stays', async () => {
  const { run, calls, invoke } = inEnvironments(1, () => 0);
  const job = jobOf([8, 7]);
  expectCopied(await run(command(), job), job);
  // Five pieces, since base64 in gzip and base64 again make 20.4 MB of them; the run; and five pieces back.
  expect(calls()).toBe(11);
  const joined = { digest: 'a'.repeat(64), pieces: 4 };
  const around = { timeMs: 1, signal: new AbortController().signal };
  expect(await invoke({ user_id: 'alice', joined }, around)).toEqual({ missing: [0, 1, 2, 3] });
});

test('pieces that reach several environments come together in one of them', async () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed;
  };
  for (let time = 0; time < 5; time += 1) {
    const { run } = inEnvironments(2, random);
    const job = jobOf([8]);
    expectCopied(await run(command(), job), job);
  }
});

test('where they do not, nothing is run, and it may be tried again', async () => {
  const { run, calls } = inEnvironments(1_000, (call) => call);
  await expect(run(command(), jobOf([8]))).rejects.toThrow(SandboxUnavailable);
  // Six rounds of three pieces.
  expect(calls()).toBe(6 * 4);
});

test('a piece that is not what was announced is not run', async () => {
  const { invoke } = inEnvironments(1, () => 0);
  const spoiling: Invoke = async (call, around) =>
    invoke(
      'piece' in call ? { ...call, piece: { ...call.piece, text: `A${call.piece.text.slice(1)}` } } : call,
      around,
    );
  await expect(callingFunction(spoiling)(command(), jobOf([8]))).rejects.toThrow(SandboxUnavailable);
});

test('what is on its way of one person is nobody else’s', async () => {
  const { invoke } = inEnvironments(1, () => 0);
  const around = { timeMs: 1, signal: new AbortController().signal };
  const digest = 'b'.repeat(64);
  await invoke({ user_id: 'alice', piece: { digest, at: 0, text: 'secret' } }, around);
  expect(await invoke({ user_id: 'bob', rest: { digest, at: 0 } }, around)).toEqual({ gone: true });
  expect(await invoke({ user_id: 'bob', joined: { digest, pieces: 1 } }, around)).toEqual({ missing: [0] });
  expect(await invoke({ user_id: 'alice', rest: { digest, at: 0 } }, around)).toEqual({ piece: 'secret' });
});

test('what is too large for pieces is refused before anything runs, with the names of the largest files', async () => {
  const { run, calls } = inEnvironments(1, () => 0);
  const refused = run(command(), jobOf([9, 10, 9.5, 8]));
  await expect(refused).rejects.toThrow(CommandRefused);
  await expect(refused).rejects.toThrow(
    /^The files are too many for the wall “light”: packed \d+\.\d MB of at most 40\.0\..* The largest: 1\.bin \(10\.0 MB\), 2\.bin \(9\.5 MB\), 0\.bin \(9\.0 MB\)\.$/,
  );
  expect(calls()).toBe(0);
});

test('what a command made is refused where it is too large for pieces', async () => {
  const { run } = inEnvironments(1, () => 0, 4);
  await expect(run(command(), jobOf([8]))).rejects.toThrow('What the command changed are too many for the wall');
});
