import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_FOLDER } from './document.ts';

/** A folder for what the processes of one run share: the description of the API, written by the first that needs it. */
export const setup = async (): Promise<void> => {
  process.env[RUN_FOLDER] = await mkdtemp(join(tmpdir(), 'artel-test-'));
};

export const teardown = async (): Promise<void> => {
  const folder = process.env[RUN_FOLDER];
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
};
