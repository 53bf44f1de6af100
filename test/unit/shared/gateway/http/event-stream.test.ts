import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventStreamParser } from '../../../../../shared/gateway/http/event-stream.ts';
import { ModelError } from '../../../../../shared/gateway/index.ts';
import { workOf } from '../../../../support/pace.ts';

/** The bytes in portions of these sizes, over and over. */
const split = (text: string, sizes: number[]): Uint8Array[] => {
  const bytes = Buffer.from(text);
  const portions: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    portions.push(bytes.subarray(at, at + size));
    at += size;
  }
  return portions;
};

const read = async (text: string, sizes: number[] = []): Promise<string[]> => {
  const parser = new EventStreamParser();
  return [...split(text, sizes).flatMap((portion) => parser.push(portion)), ...parser.end()];
};

describe('a stream of events', () => {
  test.each([
    ['with a name each', 'event: a\ndata: 1\n\nevent: b\ndata: 2\n\n', ['1', '2']],
    ['with ends of lines as on Windows', 'data: 1\r\n\r\ndata: 2\r\n\r\n', ['1', '2']],
    ['with carriage returns alone', 'data: 1\r\rdata: 2\r\r', ['1', '2']],
    ['with data of several lines', 'data: 1\ndata:2\ndata\n\n', ['1\n2\n']],
    ['with comments, ids and unknown fields', ': hello\nid: 7\ndatum: x\ndata: 1\n\n', ['1']],
    ['with empty events', '\n\ndata: 1\n\n\n\n', ['1']],
    ['that ends within an event, which is left open', 'data: 1\n\ndata: 2\n', ['1']],
    ['with a mark of byte order', '\ufeffdata: 1\n\n', ['1']],
    ['of nothing', '', []],
  ])('a stream of events %s is read as the standard says', async (_name, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test('a stream of events is the same however its bytes are divided', async () => {
    const data = fc.string({ unit: fc.constantFrom('a', ' ', ':', 'ж', '皆', '👩‍👩‍👧'), maxLength: 8 });
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const event = fc.record({ data, comment: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 6 }),
        end,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        async (events, newline, sizes) => {
          const text = events
            .map(
              (one) => `${one.comment ? `: x${newline}` : ''}event: e${newline}data: ${one.data}${newline}${newline}`,
            )
            .join('');
          expect(await read(text, sizes)).toEqual(events.map((one) => one.data));
        },
      ),
    );
  });

  test.each([
    ['no end of a line', 'data: 1\n\ndata: 2', '2'],
    ['one end of a line', 'data: 1\n\ndata: 2\n', '2'],
    ['a carriage return', 'data: 1\n\ndata: 2\r', '2'],
    ['half of a character', 'data: 1\n\ndata: \ud83d', '\ufffd'],
    ['an empty line', 'data: 1\n\n', undefined],
    ['a comment', 'data: 1\n\n: bye', undefined],
  ])('G1: the event that a stream with %s at its end leaves open is kept apart', (_name, text, unfinished) => {
    const parser = new EventStreamParser();
    expect([...parser.push(Buffer.from(text)), ...parser.end()]).toEqual(['1']);
    expect(parser.unfinished).toBe(unfinished);
  });

  test('a stream with an event that never ends is given up', async () => {
    const line = `data: ${'x'.repeat(1_000)}\n`;
    await expect(read(line.repeat(1_100), [4_096])).rejects.toThrow(ModelError);
  });

  test('a stream of one long line in single bytes is read in time linear in its length', async () => {
    const text = `data: ${'x'.repeat(200_000)}\n\n`;
    const reading = async () => expect((await read(text, [1]))[0]).toHaveLength(200_000);
    expect(await workOf(reading)).toBeLessThan(5_000);
  });
});
