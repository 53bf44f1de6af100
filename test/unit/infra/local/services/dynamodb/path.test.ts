import { describe, expect, test } from 'vitest';
import { project, valueAt } from '../../../../../../infra/local/services/dynamodb/expressions/path.ts';
import { sizeOfItem } from '../../../../../../infra/local/services/dynamodb/values/attribute-value.ts';

const N = (n: number) => ({ N: String(n) });
const item = { a: { M: { b: N(1), c: { L: [N(2), { M: { d: N(3) } }, N(4)] } } } };

describe('a path', () => {
  test('a path leads through maps and lists', () => {
    expect(valueAt(['a', 'c', 1, 'd'], item)).toEqual(N(3));
    expect(valueAt(['a', 'c', 7, 'd'], item)).toBeUndefined();
    expect(valueAt(['a', 0], item)).toBeUndefined();
    expect(valueAt(['constructor'], item)).toBeUndefined();
  });

  test('a path projects a part with the way to it, lists closed up', () => {
    expect(project([['a', 'c', 2], ['a', 'c', 1, 'd'], ['gone']], item)).toEqual({
      a: { M: { c: { L: [{ M: { d: N(3) } }, N(4)] } } },
    });
  });
});

describe('the size of an item', () => {
  test('the size of an item is names and values in bytes, with the overhead of maps and lists', () => {
    expect(sizeOfItem({ pk: { S: 'é' } })).toBe(4);
    expect(sizeOfItem({ n: N(123) })).toBe(1 + 3);
    expect(sizeOfItem({ b: { B: 'AAEC' } })).toBe(1 + 3);
    expect(sizeOfItem({ l: { L: [{ BOOL: true }] } })).toBe(1 + 3 + 1 + 1);
    expect(sizeOfItem({ m: { M: { x: { NULL: true } } } })).toBe(1 + 3 + 1 + 1 + 1);
  });
});
