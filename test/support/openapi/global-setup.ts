import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OPENAPI_FILE } from './document.ts';

/**
 * Once a run: the description of the API, which the REST clients of tests check every answer against. A process of its own
 * makes it, so that no test process loads every function for it.
 */
export default async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'artel-openapi-'));
  const file = join(folder, 'openapi.json');
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'write-document.ts'), file]);
  process.env[OPENAPI_FILE] = file;
  return () => rm(folder, { recursive: true, force: true });
};
