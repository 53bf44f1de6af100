import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BootRefused, DataFolder } from '../../../../../infra/local/boot/data-folder.ts';

const place = () => join(mkdtempSync(join(tmpdir(), 'artel-folder-')), 'deep', 'data');

test('a data folder is made for its owner alone', () => {
  const folder = new DataFolder(place());
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
});

test('a data folder belongs to one process until it is released', () => {
  const path = place();
  const first = new DataFolder(path);
  expect(() => new DataFolder(path)).toThrow(`in use by process ${process.pid}`);
  first.release();
  new DataFolder(path).release();
});

test('the lock of a process that is gone is taken over', () => {
  const path = place();
  const first = new DataFolder(path);
  // Above the largest process id Linux gives.
  writeFileSync(first.within('lock'), '4194305');
  new DataFolder(path);
  expect(readFileSync(join(path, 'lock'), 'utf8')).toBe(String(process.pid));
});

test('a folder that cannot be made is refused with the reason', () => {
  expect(() => new DataFolder('/dev/null/data')).toThrow(BootRefused);
});
