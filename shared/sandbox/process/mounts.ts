import { existsSync } from 'node:fs';
import type { Limits } from '../contract.ts';
import type { Program } from './program.ts';

export const ROOT = '/workspace';
const MB = 1024 * 1024;

/** More than is allowed, so that going beyond can be told from using it up. */
const BEYOND = MB;

/**
 * Where the host keeps programs and what they load. All of it belongs to the system: no configuration (`/etc`), nobody's home, no
 * variable data.
 */
const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64'];

export type Mounts = {
  /** Path of the Node that runs the command's programs, outside. */
  runtime: string;
  program: Program;
  /** A `node_modules` outside that programs find in `/node_modules`. */
  dependencies?: string;
};

/**
 * What bubblewrap is told, without the program. It is handed over a pipe: the command line of the first process can be read inside.
 * Nothing outside can be written, and the file systems inside that can be are bounded; `/` and `/dev` are file systems in memory
 * too, so they are closed once they are filled.
 */
export function bubblewrapArguments({ runtime, program, dependencies }: Mounts, limits: Limits): string[] {
  return [
    ...['--unshare-user', '--unshare-all', '--disable-userns', '--die-with-parent', '--new-session', '--clearenv'],
    ...['--hostname', 'sandbox', '--cap-drop', 'ALL'],
    ...SYSTEM.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]),
    ...['--ro-bind', runtime, '/runtime/bin/node', '--ro-bind', program.outside, program.inside],
    ...(dependencies === undefined ? [] : ['--ro-bind', dependencies, '/node_modules']),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...bounded('/dev/shm', 16 * MB),
    ...bounded('/tmp', limits.diskBytes),
    ...bounded(ROOT, limits.diskBytes + BEYOND),
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--chdir', ROOT],
  ];
}

const bounded = (path: string, bytes: number): string[] => ['--size', String(bytes), '--tmpfs', path];

/** All that a command finds in its environment. */
export const environmentFor = (limits: Limits): Record<string, string> => ({
  PATH: '/runtime/bin:/node_modules/.bin:/usr/local/bin:/usr/bin:/bin',
  HOME: '/tmp',
  TMPDIR: '/tmp',
  LANG: 'C.UTF-8',
  // So that Node collects garbage before it is killed for it. `RLIMIT_AS` would do harm: V8 reserves far more than it uses.
  NODE_OPTIONS: `--max-old-space-size=${Math.ceil(limits.memoryBytes / MB)}`,
});
