import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BootRefused } from '../../../../../../infra/local/boot/data-folder.ts';
import { OWN_PACKAGES, proveWall } from '../../../../../../infra/local/boot/start/wall.ts';
import { createProcessSandbox } from '../../../../../../shared/sandbox/index.ts';
import { commandOf } from '../../../../../contract/sandbox.ts';
import { noBubblewrap } from '../../../../../support/bubblewrap.ts';

/* Requirements: BT5. */

const refusal = (settings: Parameters<typeof proveWall>[0]): Promise<unknown> =>
  proveWall(settings).then(
    () => undefined,
    (error: unknown) => error,
  );

test('npm start without bubblewrap says what the wall "process" needs', async () => {
  const error = await refusal({ bubblewrap: '/nowhere/bwrap' });
  expect(error).toBeInstanceOf(BootRefused);
  expect(String(error)).toMatch(
    /The wall "process" cannot be had on this machine: it needs Linux and bubblewrap .*\.$/,
  );
});

describe.skipIf(noBubblewrap)('with bubblewrap', () => {
  test('npm start goes on where a command runs behind the wall, with the packages of this checkout', async () => {
    await proveWall({ dependencies: OWN_PACKAGES });
  });

  test('commands find the bundler that builds the pages of templates', async () => {
    const sandbox = createProcessSandbox({ dependencies: OWN_PACKAGES });
    const texts = {
      'main.js': "import { one } from './one.js';\nconsole.log(one);",
      'one.js': 'export const one = 1;',
    };
    const limits = { memoryBytes: 700 * 1024 * 1024 };
    const outcome = await sandbox.run(commandOf('esbuild main.js --bundle --outfile=out.js', { texts, limits }));
    expect(outcome).toMatchObject({ exit: 0, changed: [{ path: 'out.js' }] });
  });

  test('npm start names a folder of packages that is not there', async () => {
    const error = await refusal({ dependencies: '/nowhere/node_modules' });
    expect(String(error)).toMatch(/cannot be had on this machine: The folder of dependencies .* is not there\.$/);
  });

  test.skipIf(process.getuid?.() !== 0)('npm start by root says which folder others cannot get at', async () => {
    const hidden = mkdtempSync(join(tmpdir(), 'artel-hidden-'));
    mkdirSync(join(hidden, 'node_modules'));
    const error = await refusal({ dependencies: join(hidden, 'node_modules') });
    expect(String(error)).toContain(`${hidden}/node_modules: Permission denied; started by root,`);
  });
});
