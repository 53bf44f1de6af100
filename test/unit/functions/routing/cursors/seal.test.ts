import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPosition, sealPosition } from '../../../../../functions/routing/cursors/seal.ts';

/* Requirements: API4. */

const key = Buffer.alloc(32, 7);
const alices = { user: 'alice', list: '["/my/runs","prj_1",{},[["state","waiting"]]]' };
const position = 'run_01JD0000000000000000000000';
const sealed = sealPosition(position, alices, { key });

test('a cursor leads its user back to where its list was left', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (text, user, list) => {
      const cursor = sealPosition(text.toWellFormed(), { user, list }, { key });
      expect(openPosition(cursor, { user, list }, key)).toBe(text.toWellFormed());
    }),
  );
});

test.each([
  ['another user', { ...alices, user: 'bob' }],
  ['another list', { ...alices, list: alices.list.replace('runs', 'approvals') }],
  ['another filter', { ...alices, list: alices.list.replace('waiting', 'running') }],
])('a cursor means nothing to %s', (_whose, owner) => {
  expect(openPosition(sealed, owner, key)).toBeUndefined();
});

test('a cursor of another deployment means nothing', () => {
  expect(openPosition(sealed, alices, Buffer.alloc(32, 8))).toBeUndefined();
});

test('no character of a cursor can be changed, taken away or added', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let at = 0; at < sealed.length; at += 1) {
    const letter = alphabet[(alphabet.indexOf(sealed[at] as string) + 1) % alphabet.length];
    expect(openPosition(sealed.slice(0, at) + letter + sealed.slice(at + 1), alices, key)).toBeUndefined();
    expect(openPosition(sealed.slice(0, at), alices, key)).toBeUndefined();
    expect(openPosition(sealed.slice(0, at) + letter + sealed.slice(at), alices, key)).toBeUndefined();
  }
});

test('an invented cursor is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(openPosition(Buffer.from(bytes).toString('base64url'), alices, key)).toBeUndefined();
    }),
  );
});

test('a cursor shows nothing of the position it holds', () => {
  expect(Buffer.from(sealed, 'base64url').includes('run_')).toBe(false);
  expect(sealPosition(position, alices, { key })).not.toBe(sealed);
});
