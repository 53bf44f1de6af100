/*
 * Runs one command, as the first program inside the wall. Nothing it says is trusted outside: the command has its rights, and could
 * speak in its place.
 *
 *   stdin   an envelope with the files and the command, to its end
 *   stdout  the command's, both streams
 *   fd 6    the way to granted hosts, where there are any
 *   fd 3    `s` once the command is about to start, then an envelope with its exit and what it changed
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { seal, unseal } from './envelope.ts';
import { startProxy } from './proxy.ts';
import { changesOf, layOut } from './tree.ts';

const ROOT = '/workspace';
const ANSWER = 3;
const WAY = 6;

/** `env`: the command's, whole. */
export type Order = {
  command: string;
  stdin: string;
  env: Record<string, string>;
  threads: number;
  /** Whether a way out was granted, which is then behind fd 6. */
  hasWay: boolean;
};
/** `bytes`: of all files together. */
export type Report = { exit: number; bytes: number };

const write = (bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(ANSWER, bytes, at);
};

const { header, files } = unseal<Order>(readFileSync(0));
const sent = layOut(ROOT, files);
// Node's own `fetch` follows these where it is told to.
const proxy = header.hasWay ? await startProxy(WAY) : undefined;
const ways = proxy === undefined ? {} : { HTTPS_PROXY: proxy, https_proxy: proxy, NODE_USE_ENV_PROXY: '1' };
write(Buffer.from('s'));
const PRLIMIT = '/usr/bin/prlimit';
const bounded = existsSync(PRLIMIT) ? [PRLIMIT, `--nproc=${header.threads}`] : [];
// The shell that runs the command gets one pipe as both streams, so their order is kept.
const [program = '/bin/sh', ...words] = [...bounded, '/bin/sh', '-c', 'exec /bin/sh -c "$0" 2>&1', header.command];
const shell = spawn(program, words, {
  cwd: ROOT,
  env: { ...header.env, ...ways },
  stdio: ['pipe', 1, 1],
});
// A command that reads nothing closes the pipe, which is its right.
shell.stdin?.on('error', () => undefined);
shell.stdin?.end(header.stdin);
shell.on('exit', (code) => {
  try {
    // Whatever still runs would change files while they are read. The first process of the namespace and this one are spared.
    process.kill(-1, 'SIGKILL');
  } catch {
    // There was nothing else.
  }
  const { bytes, ...changes } = changesOf(ROOT, sent);
  const report: Report = { exit: code ?? 137, bytes };
  for (const part of seal({ header: report, ...changes })) write(part);
  process.exit(0);
});
