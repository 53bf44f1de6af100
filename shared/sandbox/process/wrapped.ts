import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Limits } from '../contract.ts';
import { bubblewrapArguments, type Mounts } from './mounts.ts';
import { userFor } from './user.ts';

/** A program behind the wall, with the pipes it speaks through. */
export type Wrapped = {
  process: ChildProcess;
  input: Writable;
  output: Readable;
  answer: Duplex;
  /** The way to what is outside, which leads nowhere until it is served. */
  way: Duplex;
  /** What bubblewrap itself says: why there is no wall. */
  complaint: Readable;
  /** Host's id of the first process inside; `undefined` if it never came to be. */
  first: Promise<number | undefined>;
  /** All of it is over and read. */
  ended: Promise<void>;
};

type Pipes = [
  input: Writable,
  output: Readable,
  complaint: Readable,
  answer: Duplex,
  told: Writable,
  status: Readable,
  way: Duplex,
];

let started = 0;

/**
 * Starts a program as the first behind a wall of its own. It ends with the thread that started it at the latest
 * (`--die-with-parent` follows the thread, not the process), and takes everything inside along.
 */
export function startWrapped(mounts: Mounts, limits: Limits, entry: string, bubblewrap: string): Wrapped {
  started += 1;
  const process = spawn(
    bubblewrap,
    ['--args', '4', '--', '/runtime/bin/node', '--disable-warning=ExperimentalWarning', entry],
    {
      env: {},
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
      ...userFor(started),
    },
  );
  const pipes: readonly unknown[] = process.stdio;
  const [input, output, complaint, answer, told, status, way] = pipes as Pipes;
  // Whoever is killed reads no more; that it was killed is known otherwise.
  for (const stream of [input, told, answer, way]) stream.on('error', () => undefined);
  told.end(['--json-status-fd', '5', ...bubblewrapArguments(mounts, limits)].map((word) => `${word}\0`).join(''));
  const ended = new Promise<void>((resolve) => {
    process.on('close', () => resolve());
    // There is no such program, or no right to run it.
    process.on('error', () => resolve());
  });
  return { process, input, output, answer, way, complaint, first: firstProcess(status), ended };
}

const firstProcess = (status: Readable): Promise<number | undefined> =>
  new Promise((resolve) => {
    let text = '';
    status.setEncoding('utf8');
    status.on('data', (part: string) => {
      text += part;
      const found = /"child-pid":\s*(\d+)/.exec(text)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    status.on('close', () => resolve(undefined));
  });
