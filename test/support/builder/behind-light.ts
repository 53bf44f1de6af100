import { authenticated } from '../../../shared/core/scope.ts';
import { egressFetch } from '../../../shared/egress/index.ts';
import { type Limits, lightWall, ShellPool } from '../../../shared/sandbox/index.ts';
import { readable } from './drafted-files.ts';
import type { Running } from './recorded-steps.ts';

const MEGABYTE = 1024 * 1024;
const LIMITS: Limits = {
  timeMs: 30_000,
  memoryBytes: 256 * MEGABYTE,
  diskBytes: 8 * MEGABYTE,
  outputBytes: 64 * 1024,
  processes: 32,
};

/** Commands of alice's behind the wall `light`, in processes that end with `close`. */
export const openLight = (): { run: Running; close: () => void } => {
  const pool = new ShellPool({ most: 1 });
  const sandbox = lightWall(({ project, signal }, job) => pool.run(project.userId, job, signal), egressFetch);
  const rest = {
    project: authenticated({ userId: 'alice' }).inProject('default'),
    limits: LIMITS,
    grants: { hosts: [] },
    signal: new AbortController().signal,
  };
  // The same command on the same files is run once: what it does depends on nothing else.
  const known = new Map<string, ReturnType<Running>>();
  const run: Running = ({ files, command }) => {
    const key = JSON.stringify([command, readable(files)]);
    const outcome = known.get(key) ?? sandbox.run({ ...rest, files, command });
    known.set(key, outcome);
    return outcome;
  };
  return { run, close: () => pool.close() };
};
