import { join } from 'node:path';
import { SECOND } from '../../../../shared/core/clock.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { createProcessSandbox, type ProcessSettings, SandboxUnavailable } from '../../../../shared/sandbox/index.ts';
import { ROOT } from '../../../sources.ts';
import { BootRefused } from '../data-folder.ts';

const MB = 1024 * 1024;

/**
 * What commands behind the wall `process` find unless something else is said: the packages of this checkout, which has the bundler
 * that the templates of builds are built with.
 */
export const OWN_PACKAGES = join(ROOT, 'node_modules');

const NEEDED = 'it needs Linux and bubblewrap (Debian\'s package "bubblewrap")';
const HIDDEN =
  'started by root, commands run as a user without rights, who has to get at this folder: open those above it (chmod o+x), ' +
  'or start as another user';

/**
 * Runs one command behind the wall `process`, so that whoever chose it learns at the start, and not in the middle of a build, that
 * this machine has none.
 *
 * @throws BootRefused with what is missing
 */
export async function proveWall(settings: ProcessSettings): Promise<void> {
  const project = authenticated({ userId: 'start' }).inProject('start');
  const limits = { timeMs: 10 * SECOND, memoryBytes: 256 * MB, diskBytes: MB, outputBytes: MB, processes: 8 };
  const command = { project, files: new Map(), command: 'true', limits, grants: { hosts: [] } };
  try {
    await createProcessSandbox(settings).run({ ...command, signal: new AbortController().signal });
  } catch (error) {
    if (!(error instanceof SandboxUnavailable)) throw error;
    const said = error.cause instanceof Error ? error.cause.message.trim() : error.message;
    const why = said.includes('Permission denied') ? `${said}; ${HIDDEN}` : said || NEEDED;
    throw new BootRefused(`The wall "process" cannot be had on this machine: ${why.replace(/\.$/, '')}.`, {
      cause: error,
    });
  }
}
