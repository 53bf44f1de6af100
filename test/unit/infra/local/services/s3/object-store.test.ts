import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoredObjects } from '../../../../../../infra/local/services/s3/object-store.ts';

/* Requirements: OPS7. */

test('R12: an object that cannot be written leaves nothing behind, and others are stored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'artel-objects-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await StoredObjects.open(folder);
  // A folder stands where the object's file would be put.
  const taken = createHash('sha256').update('taken').digest('hex');
  mkdirSync(join(folder, taken));
  await expect(store.write('taken', Buffer.from('x'), {})).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([taken]);
  expect(store.head('taken')).toBeUndefined();
  await store.write('free', Buffer.from('y'), {});
  expect((await store.read('free')).toString()).toBe('y');
});
