import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ENV } from '../../../shared/core/environment.ts';
import { type Usage, usageOf } from '../processes/tree.ts';
import type { Announced } from './served.ts';

/** One who answers `POST <url>/chat/completions`, in a process of its own. */
export type Contender = {
  name: string;
  url: string;
  headers?: Record<string, string>;
  /** Of its process, where it is one of its own. */
  usage?(): Usage;
  stop(): Promise<void>;
};

/** Starts a server of this folder, or one that was built. */
export const contender = async (
  name: string,
  file: string,
  given: string[] = [],
): Promise<Contender & { process: number }> => {
  // What it logs of busy sessions would stand between the tables.
  const env = { ...process.env, [ENV.logLevel]: 'ERROR' };
  const child = fork(resolve(import.meta.dirname, file), given, {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
  const id = child.pid;
  if (!said || id === undefined) throw new Error(`${name} does not start.`);
  const { url } = said[0] as Announced;
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { name, url, process: id, usage: () => usageOf(id), stop };
};
