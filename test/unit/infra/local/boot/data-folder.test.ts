import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

test('a second holder is refused with the process and the time of the first', () => {
  const path = place();
  const first = new DataFolder(path);
  expect(() => new DataFolder(path)).toThrow(
    /in use by process \d+ since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z; choose another with ARTEL_DATA/,
  );
  first.release();
});

test('a holder whose note cannot be read still refuses a second one', () => {
  const path = place();
  const first = new DataFolder(path);
  writeFileSync(first.within('holder.json'), '{"pid":');
  expect(() => new DataFolder(path)).toThrow('in use by another process');
  rmSync(first.within('holder.json'));
  expect(() => new DataFolder(path)).toThrow('in use by another process');
  first.release();
});

test('a file with the id of a living process, as earlier versions left it, does not block a start', () => {
  const path = place();
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'lock'), String(process.pid));
  new DataFolder(path).release();
});

test('the note of a holder that is gone does not block a start', () => {
  const path = place();
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'holder.json'), JSON.stringify({ pid: process.pid, since: '2026-01-01T00:00:00.000Z' }));
  new DataFolder(path).release();
});

test('a folder released twice can be taken again', () => {
  const folder = new DataFolder(place());
  folder.release();
  folder.release();
  new DataFolder(folder.path).release();
});

test('a folder that cannot be created is refused with the reason', () => {
  expect(() => new DataFolder('/dev/null/data')).toThrow(BootRefused);
});
