import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { orGone, type Watched } from '../watch.ts';

export const ROOT = '/workspace';

/** A command in a shell, with both streams in one pipe, so that their order is kept. */
export function startShell(command: string, env: Record<string, string>): ChildProcess {
  const shell = spawn('/bin/sh', ['-c', 'exec /bin/sh -c "$0" 2>&1', command], {
    cwd: ROOT,
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A command that reads nothing closes the pipe, which is its right.
  shell.stdin?.on('error', () => undefined);
  return shell;
}

/** Everything in the machine's container but the agent and the first process is a command's. */
const others = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && pid !== process.pid);

/** Ends whatever commands left behind. */
export function endOthers(): void {
  // The first process of the container and this one are spared. There may be nothing else, which is an error to the system.
  orGone(() => process.kill(-1, 'SIGKILL'));
}

/** Walking the tree takes longer than looking at processes. */
const DISK_EVERY_MS = 250;

export function watchedHere(now: () => number): Watched {
  let looked = Number.NEGATIVE_INFINITY;
  return {
    processes: others,
    isDiskFull: (bytes) => {
      if (now() - looked < DISK_EVERY_MS) return false;
      looked = now();
      return bytesBelow(ROOT) > bytes;
    },
  };
}

const bytesBelow = (folder: string): number =>
  (orGone(() => readdirSync(folder, { withFileTypes: true })) ?? []).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesBelow(path);
    return sum + (entry.isFile() ? (orGone(() => statSync(path).size) ?? 0) : 0);
  }, 0);
