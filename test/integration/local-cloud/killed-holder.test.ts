import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DataFolder } from '../../../infra/local/boot/data-folder.ts';

const HOLDER = join(import.meta.dirname, 'folder-holder.ts');
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const newFolder = () => mkdtempSync(join(tmpdir(), 'artel-held-'));

/** Starts a command that holds the folder and waits for the holder's process id. */
async function held(command: string, args: string[]): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  if (!child.stdout) throw new Error('The holder has no output.');
  const [line] = await once(child.stdout, 'data');
  return { child, pid: Number(String(line)) };
}

test('a folder whose process was killed can be taken at once', async () => {
  const folder = newFolder();
  const { child, pid } = await held(process.execPath, [HOLDER, folder]);
  expect(() => new DataFolder(folder)).toThrow(`in use by process ${pid} since `);
  child.kill('SIGKILL');
  await once(child, 'exit');
  new DataFolder(folder).release();
});

test.runIf(process.platform === 'linux')(
  'a killed process that nobody has reaped does not hold its folder',
  async () => {
    const folder = newFolder();
    // `sleep` takes the shell's place and never waits for the child that the shell began.
    const { pid } = await held('/bin/sh', ['-c', '"$0" "$1" "$2" & exec sleep 60', process.execPath, HOLDER, folder]);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => stateOf(pid)).toBe('Z');
    expect(process.kill(pid, 0)).toBe(true);
    // Its main thread has ended; the others may take a moment longer.
    await expect.poll(() => new DataFolder(folder).release()).toBeUndefined();
  },
);

/** `Z` for a zombie: ended, but its parent has not asked how. */
const stateOf = (pid: number): string | undefined =>
  /^\d+ \(.*\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
