import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toolResultOf } from '../../../../shared/tools/mcp/content.ts';
import { failed, MAX_RESULT_BYTES, succeeded, wholeCharacters } from '../../../../shared/tools/result.ts';
import { filePath, InvalidPath } from '../../../../shared/workspace/files/path.ts';

describe('a path in the workspace', () => {
  test.each(['a', 'notes/today.md', 'ä/ü.txt', './a', 'a b/c d', '.hidden', '...', 'a/..b'])(
    '%s is a path in the workspace',
    (path) => {
      expect(filePath(path)).toBe(path.replace('./', ''));
    },
  );

  test.each([
    '',
    '/',
    '/etc/passwd',
    '..',
    '../a',
    'a/../../b',
    'a/..',
    'a//b',
    'a/',
    'a/./b',
    'a\u2028b',
    'a\u2029b',
    'a\u0085b',
    '.',
    'a\\..\\b',
    'a\0b',
    'a\nb',
    'a/ ..',
    ' a',
    'a\u202eb',
    'a\u200bb',
    'x'.repeat(513),
    'ü'.repeat(257),
    '././a',
    '\ud800',
  ])('%j is not a path in the workspace', (path) => {
    expect(() => filePath(path)).toThrow(InvalidPath);
  });

  test('a path in the workspace never leaves its project', () => {
    const prefix = 'u/alice/default/files/';
    const piece = fc.oneof(fc.constantFrom('..', '.', '', '/', '\\', '%2e%2e', 'a'), fc.string());
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('/')),
        (text) => {
          try {
            const path = filePath(text);
            expect(new URL(prefix + encodeURI(path), 'https://bucket/').pathname.startsWith(`/${prefix}`)).toBe(true);
            expect(filePath(path)).toBe(path);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidPath);
          }
        },
      ),
    );
  });
});

describe('what a model reads', () => {
  test('a long text is cut to 64 KB between characters, and says so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.boolean(), (unit, ok) => {
        const text = unit.repeat(Math.ceil((MAX_RESULT_BYTES + 1) / Buffer.byteLength(unit)));
        const { content } = ok ? succeeded(text) : failed(text);
        expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_RESULT_BYTES);
        expect(content).toMatch(/\[cut off: \d+ more bytes\]$/);
        expect(text.startsWith(content.replace(/\n\[cut off: \d+ more bytes\]$/, ''))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('a text that fits is left unchanged', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => succeeded(text).content === text));
  });

  test('the length of a text counts whole characters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, at) => {
        const bytes = Buffer.from(text);
        const cut = bytes.subarray(0, at % (bytes.length + 1));
        const kept = cut.subarray(0, wholeCharacters(cut));
        expect(text.startsWith(kept.toString())).toBe(true);
        expect(cut.length - kept.length).toBeLessThan(4);
      }),
    );
  });
});

describe('the answer of a server', () => {
  test('a server’s answer shows resources and describes what is not text', () => {
    const answer = toolResultOf({
      content: [
        { type: 'text', text: 'Two files:' },
        { type: 'resource', resource: { uri: 'file:///a.txt', text: 'inside' } },
        { type: 'resource', resource: { uri: 'file:///b.bin', mimeType: 'application/zip', blob: 'AAAA' } },
        { type: 'resource_link', uri: 'https://c.example/', name: 'c', description: 'more' },
        { type: 'audio', mimeType: 'audio/wav', data: 'AAAAAA==' },
      ],
    });
    expect(answer).toEqual({
      isError: false,
      content: [
        'Two files:',
        '[resource file:///a.txt]\ninside',
        '[resource file:///b.bin, application/zip, 3 bytes, not shown]',
        '[resource https://c.example/: c - more]',
        '[audio, audio/wav, 4 bytes, not shown]',
      ].join('\n'),
    });
  });

  test('a server’s answer adds structured content that no text says', () => {
    const structuredContent = { a: 1, b: 2 };
    const said = toolResultOf({ content: [{ type: 'text', text: '{"b": 2, "a": 1}' }], structuredContent });
    expect(said.content).toBe('{"b": 2, "a": 1}');
    const unsaid = toolResultOf({ content: [{ type: 'text', text: 'done' }], structuredContent });
    expect(unsaid.content).toBe('done\n{"a":1,"b":2}');
  });

  test('an empty answer of a server says that it is empty', () => {
    expect(toolResultOf({ content: [], isError: true })).toEqual({
      content: '[the tool answered with nothing]',
      isError: true,
    });
  });
});
