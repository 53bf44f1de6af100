import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UpdateStep } from '../../../../../../infra/local/services/dynamodb/expressions/syntax.ts';
import { updated } from '../../../../../../infra/local/services/dynamodb/expressions/update.ts';

const S = (text: string) => ({ S: text });
const key = { pk: S('a') };

describe('an update', () => {
  test('an update leaves the item it starts from alone', () => {
    const before = { ...key, list: { L: [S('x')] }, map: { M: { a: S('y') } } };
    const copy = structuredClone(before);
    const after = updated(
      [
        { type: 'set', path: ['list', 5], val: S('z') },
        { type: 'remove', path: ['map', 'a'] },
      ],
      before,
      key,
    );
    expect(before).toEqual(copy);
    expect(after).toEqual({ ...key, list: { L: [S('x'), S('z')] }, map: { M: {} } });
  });

  test('an update removes from a list exactly the members at the given indexes', () => {
    const members = fc.array(fc.string(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(members, fc.uniqueArray(fc.nat(9)), (list, indexes) => {
        const steps: UpdateStep[] = indexes.map((index) => ({ type: 'remove', path: ['list', index] }));
        const after = updated(steps, { ...key, list: { L: list.map(S) } }, key);
        expect(after?.list).toEqual({ L: list.filter((_, at) => !indexes.includes(at)).map(S) });
      }),
    );
  });

  test('an update appends values set beyond the end in the order of the indexes', () => {
    const steps: UpdateStep[] = [
      { type: 'set', path: ['list', 9], val: S('last') },
      { type: 'set', path: ['other'], val: S('x') },
      { type: 'set', path: ['list', 4], val: S('first') },
    ];
    expect(updated(steps, { ...key, list: { L: [] } }, key)?.list).toEqual({ L: [S('first'), S('last')] });
  });

  test('an update copies a value, so that two attributes never share it', () => {
    const after = updated([{ type: 'set', path: ['b'], val: ['a'] }], { ...key, a: { L: [] } }, key);
    expect(after?.b).toEqual({ L: [] });
    expect(after?.b).not.toBe(after?.a);
  });

  test('an empty update creates an item of its key', () => {
    expect(updated([], undefined, key)).toEqual(key);
  });
});
