import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customPattern,
  RedactingStream,
  RestoringStream,
  redact,
  restore,
  SessionPlaceholders,
} from '../../../../shared/pii/index.ts';
import { splits, texts, units } from './texts.ts';

/* Requirements: GW3. */

type Stream = { push(chunk: string): string; end(): string };

const through = (stream: Stream, chunks: readonly string[]): string =>
  chunks.map((chunk) => stream.push(chunk)).join('') + stream.end();

const splitTexts = texts().chain((text) => fc.record({ text: fc.constant(text), chunks: splits(text) }));

describe('a text that comes in pieces', () => {
  test('a text in pieces is redacted as the whole text is, however it is split', () => {
    fc.assert(
      fc.property(splitTexts, ({ text, chunks }) => {
        const whole = redact(text, new SessionPlaceholders()).text;
        expect(through(new RedactingStream(new SessionPlaceholders()), chunks)).toBe(whole);
        expect(through(new RedactingStream(new SessionPlaceholders()), units(text))).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });

  test('a text in pieces is redacted as the whole text is with a user’s patterns', () => {
    const custom = [
      customPattern({ name: 'STAFF', pattern: '\\bEMP-\\d{3,6}\\b' }),
      customPattern({ name: 'PROJECT', pattern: 'the (blue|red) \\w+', ignoreCase: true }),
    ];
    const words = fc.constantFrom(
      'EMP-',
      '123',
      '4567',
      ' ',
      'the ',
      'blue ',
      'red',
      ' falcon',
      'and then ',
      '\n',
      'John Smith ',
      'so',
    );
    const mixed = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        mixed.chain((text) => fc.record({ text: fc.constant(text), chunks: splits(text) })),
        ({ text, chunks }) => {
          const whole = redact(text, new SessionPlaceholders(), { custom }).text;
          expect(through(new RedactingStream(new SessionPlaceholders(), { custom }), chunks)).toBe(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a text in pieces is restored as the whole text is, however it is split', () => {
    fc.assert(
      fc.property(splitTexts, fc.nat(), ({ text }, seed) => {
        const placeholders = new SessionPlaceholders();
        const redacted = redact(text, placeholders).text;
        const size = 1 + (seed % 9);
        const chunks = Array.from({ length: Math.ceil(redacted.length / size) }, (_, index) =>
          redacted.slice(index * size, (index + 1) * size),
        );
        expect(through(new RestoringStream(placeholders), chunks)).toBe(restore(redacted, placeholders));
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a stream holds back', () => {
  const heldBack = (stream: Stream, text: string): number => {
    let most = 0;
    let out = 0;
    units(text).forEach((unit, index) => {
      out += stream.push(unit).length;
      most = Math.max(most, index + 1 - out);
    });
    return most;
  };

  test('a redacting stream holds back a word or two of plain text', () => {
    const plain =
      'The meeting was moved to the next week because several people could not attend, and we agreed to write a note. ';
    expect(heldBack(new RedactingStream(new SessionPlaceholders()), plain.repeat(5))).toBeLessThan(40);
  });

  test('a restoring stream holds back nothing of an answer without the start of a placeholder', () => {
    const stream = new RestoringStream(new SessionPlaceholders());
    expect(stream.push('a < b, but <3 and </p> ')).toBe('a < b, but <3 and </p> ');
    expect(stream.push('<EMAIL_')).toBe('');
    expect(stream.push('is no more')).toBe('<EMAIL_is no more');
  });

  test('a stream holds back a bounded text when it has neither blanks nor line breaks', () => {
    const stream = new RedactingStream(new SessionPlaceholders());
    let out = 0;
    let most = 0;
    for (let sent = 1; sent <= 300; sent += 1) {
      out += stream.push('x1'.repeat(500)).length;
      most = Math.max(most, sent * 1000 - out);
    }
    expect(out + stream.end().length).toBe(300_000);
    expect(most).toBeLessThanOrEqual(51_000);
  });

  test('a stream holds back a bounded text when a private key never ends', () => {
    const stream = new RedactingStream(new SessionPlaceholders());
    const lines = `-----BEGIN RSA PRIVATE KEY-----\n${'the key goes on and on\n'.repeat(4000)}`;
    expect(
      heldBack({ push: (unit) => stream.push(unit), end: () => stream.end() }, lines.slice(0, 60_000)),
    ).toBeLessThanOrEqual(51_000);
  });
});

test('a long text without a natural cut is redacted as a stream and as a whole alike', () => {
  const block = 'x=1;mail:jane.roe@corp.com;card:4111111111111111;'.repeat(2000);
  const whole = redact(block, new SessionPlaceholders()).text;
  const chunks = Array.from({ length: Math.ceil(block.length / 997) }, (_, index) =>
    block.slice(index * 997, (index + 1) * 997),
  );
  expect(through(new RedactingStream(new SessionPlaceholders()), chunks)).toBe(whole);
});

test('no stream releases half of a surrogate pair', () => {
  const redacting = new RedactingStream(new SessionPlaceholders());
  const restoring = new RestoringStream(new SessionPlaceholders());
  for (const unit of units('well done 😀\n😀\n')) {
    expect(redacting.push(unit).isWellFormed()).toBe(true);
    expect(restoring.push(unit).isWellFormed()).toBe(true);
  }
});

test.each([
  '1 ',
  '@',
  'a.',
  '::',
  '<EMAIL_',
  '-----BEGIN PRIVATE KEY-----\nAAAA',
  '12 Ab St ',
  'A. ',
  'a\u200B',
  '\\u0040',
  '%40',
  '&#64;',
  '用',
  '011 ',
  '[1,',
])('a text of nothing but %j takes time linear in its length', (unit) => {
  const time = (length: number): number => {
    const started = process.cpuUsage();
    const stream = new RedactingStream(new SessionPlaceholders());
    for (let sent = 0; sent < length; sent += unit.length * 4) stream.push(unit.repeat(4));
    stream.end();
    return process.cpuUsage(started).user;
  };
  time(5000);
  expect(time(40_000)).toBeLessThan(5_000_000);
});
