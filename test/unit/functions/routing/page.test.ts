import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../../functions/routing/page.ts';
import { Unprocessable } from '../../../../shared/core/errors.ts';
import { newId } from '../../../../shared/core/ids.ts';

/* Requirements: API4. */

describe('a cursor', () => {
  test.each([
    ['run_', newId('run')],
    ['AUDIT#', `AUDIT#${newId('aud')}`],
    ['PERMISSION#', 'PERMISSION#agt_1#0f0f'],
    ['version:', 'version:12'],
    ['', '1763712000000:mem_1'],
  ])('a cursor of a list of %s leads back to where it was taken', (prefix, after) => {
    expect(decodeCursor(encodeCursor(after) ?? undefined, prefix)).toBe(after);
  });

  test.each([
    ['with a character no id has', 'run_a/b'],
    ['with a part too many', 'run_a#b'],
    ['with a line break', 'run_a\n'],
    ['of another alphabet', 'run_é'],
    ['that is only the prefix of another list', 'msg_1'],
    ['that is endless', `run_${'a'.repeat(600)}`],
  ])('a cursor %s is refused with 422', (_what, after) => {
    expect(() => decodeCursor(encodeCursor(after) ?? undefined, 'run_')).toThrow(Unprocessable);
  });

  test('an invented cursor is either one a list could have given, or refused with 422', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          expect(decodeCursor(cursor, 'run_')).toMatch(/^run_[A-Za-z0-9_.:-]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(Unprocessable);
        }
      }),
    );
  });
});
