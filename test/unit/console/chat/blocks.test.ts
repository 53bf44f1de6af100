import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../console/src/screens/chat/blocks.ts';

/* Requirements: WEB1. */

describe('a text that is still being written', () => {
  test('is settled up to its last empty line, and code is not cut', () => {
    expect(blocksOf('One.\n\nTwo.\n\nThr')).toEqual({ settled: ['One.', 'Two.'], rest: 'Thr' });
    const code = '```js\na;\n\nb;\n```';
    expect(blocksOf(`Before.\n\n${code}\n\nAfter`)).toEqual({ settled: ['Before.', code], rest: 'After' });
    expect(blocksOf('```js\na;\n\nb')).toEqual({ settled: [], rest: '```js\na;\n\nb' });
    expect(blocksOf('')).toEqual({ settled: [], rest: '' });
  });

  test('what is settled stays as it is, whatever comes after', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\n\n', '```', '~~~', '- b', '`', ' '), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, fc.nat(), (all, cut) => {
        const text = all.join('');
        const { settled } = blocksOf(text.slice(0, cut % (text.length + 1)));
        // The last may go on: an empty line may be the beginning of more of them.
        expect(blocksOf(text).settled.slice(0, settled.length)).toEqual(settled);
      }),
    );
  });

  test('no letter is lost', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\n\n', '```', 'b'), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join('');
        const { settled, rest } = blocksOf(text);
        expect([...settled, rest].join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });
});
