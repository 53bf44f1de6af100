import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../../infra/sources.ts';
import { PASSWORD } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: API10. */

const here = inArtel();
const run = promisify(execFile);

beforeEach(() => here.artel.model.always({ text: 'A whole answer.' }));

const works = (command: string, ...given: string[]): Promise<boolean> =>
  run(command, given).then(
    () => true,
    () => false,
  );

const PYTHON = process.env.PYTHON ?? 'python3';
const hasHttpx = await works(PYTHON, '-c', 'import httpx');
const hasCurl = (await works('curl', '--version')) && (await works('bash', '--version'));

describe('examples of clients', () => {
  const chat = async (command: string, file: string): Promise<string> => {
    const { url, email } = here.alice;
    const { stdout } = await run(command, [join(ROOT, 'clients', file), url, email, PASSWORD, 'Hello']);
    return stdout;
  };

  test.skipIf(!hasHttpx)('the Python example prints the answer as it comes (needs httpx)', async () => {
    expect(await chat(PYTHON, 'python/chat.py')).toMatch(/^A whole answer\.\n\(completed, \d+ events\)\n$/);
  });

  test.skipIf(!hasCurl)('the curl example prints the answer (needs bash and curl)', async () => {
    expect(await chat('bash', 'curl/chat.sh')).toBe('A whole answer.\n');
  });
});
