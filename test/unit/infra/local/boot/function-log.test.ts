import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FunctionLog } from '../../../../../infra/local/boot/function-log.ts';

/* Requirements: OPS7. */

/** Takes no byte, as a full disk does. */
const FULL = '/dev/full';

test.skipIf(!existsSync(FULL))(
  'R12: functions go on while their log cannot be written, and it names the gap',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'artel-log-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'functions.log');
    symlinkSync(FULL, path);
    let now = 0;
    const log = new FunctionLog(path, { now: () => now });
    const warned = once(process, 'warning');
    log.write('my', 'one\n');
    expect((await warned)[0]).toMatchObject({ message: expect.stringMatching(/functions\.log cannot be written/) });
    log.write('my', 'two\nthree\n');
    // Tried again while there is still no room: what was missing goes on missing.
    now = 10_000;
    const again = once(process, 'warning');
    log.write('my', 'three and a half\n');
    await again;
    rmSync(path);
    now = 60_000;
    log.write('my', 'four\n');
    await log.close();
    expect(log.newest).toEqual(['my one', 'my two', 'my three', 'my three and a half', 'my four']);
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      '1970-01-01T00:01:00.000Z 4 lines are missing here',
      '1970-01-01T00:01:00.000Z my four',
      '',
    ]);
  },
);
