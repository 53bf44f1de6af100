import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadRequest } from '../../../../shared/core/errors.ts';
import { customPattern, detect, redact, SessionPlaceholders } from '../../../../shared/pii/index.ts';

const found = (pattern: string, text: string, ignoreCase = false): string[] =>
  detect(text, { types: [], custom: [customPattern({ name: 'X', pattern, ignoreCase })] }).map(({ value }) => value);

describe('patterns of a user', () => {
  test('a user’s patterns become placeholders of their own type', () => {
    const custom = [customPattern({ name: 'STAFF', pattern: 'EMP-\\d{6}' })];
    expect(redact('ask EMP-004217 or EMP-1', new SessionPlaceholders(), { custom }).text).toBe(
      'ask <CUSTOM_STAFF_1> or EMP-1',
    );
  });

  test.each([
    ['a+b?', 'aab ac b', ['aab', 'a']],
    ['(?:cat|category)s?', 'cats category', ['cats', 'category']],
    ['\\bred\\b', 'red reddish red', ['red', 'red']],
    ['[^\\s,]{3,}', 'ab, abc, abcd', ['abc', 'abcd']],
    ['[a-c\\-]+', 'x-a-b y', ['-a-b']],
    ['\\D\\d{2,3}', 'a1 b22 c4444', ['b22', 'c444']],
    ['x.y', 'x\ny x y', ['x y']],
    ['проект \\w+', 'Проект Заря и проект Восток', ['проект Восток']],
  ])('the pattern %s matches the longest text', (pattern, text, values) => {
    expect(found(pattern, text)).toEqual(values);
  });

  test('a user’s patterns ignore case on request', () => {
    expect(found('проект [A-Z]', 'ПРОЕКТ x', true)).toEqual(['ПРОЕКТ x']);
  });

  test('a user’s patterns agree with the language’s expressions where both have the meaning', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '(a|b)', 'a?', 'b*', '(?:ab)+', '.', '[^a]', 'a{2}', 'b{1,2}');
    const sources = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('')}c`);
    fc.assert(
      fc.property(sources, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }), (source, text) => {
        const starts: number[] = [];
        for (let at = 0; at < text.length; ) {
          const lengths = Array.from({ length: text.length - at }, (_, index) => text.length - at - index);
          const length = lengths.find((one) => new RegExp(`^(?:${source})$`).test(text.slice(at, at + one)));
          if (length !== undefined) starts.push(at);
          at += length ?? 1;
        }
        const custom = [customPattern({ name: 'X', pattern: source })];
        expect(detect(text, { types: [], custom }).map(({ start }) => start)).toEqual(starts);
      }),
      { numRuns: 300 },
    );
  });

  test('a user’s patterns take time linear in the text', () => {
    const text = 'a'.repeat(5000);
    const started = process.cpuUsage();
    expect(found('(a+)+b', text)).toEqual([]);
    expect(found('(a|a)*(a|a)*(a|a)*b', text)).toEqual([]);
    const { user } = process.cpuUsage(started);
    expect(user).toBeLessThan(10_000_000);
  });

  test.each([
    '(a',
    'a)',
    '[a',
    '[]',
    'a**',
    '*a',
    'a{3,1}',
    'a{999}',
    '\\1',
    '\\p{L}',
    '(?=a)',
    '(?<n>a)',
    '^a',
    'a$',
    'a*',
    'a??',
    '',
    '((a{200}){200})',
    '[z-a]',
    'a\\',
    '[\\b]',
    '\\b*',
  ])('the pattern %j is refused with a reason', (pattern) => {
    expect(() => customPattern({ name: 'X', pattern })).toThrow(BadRequest);
  });

  test.each(['', 'lower', '1X', 'A-B', 'A'.repeat(32)])('the pattern name %j is refused', (name) => {
    expect(() => customPattern({ name, pattern: 'a' })).toThrow(BadRequest);
  });
});
