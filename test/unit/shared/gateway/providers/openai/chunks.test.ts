import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END } from '../../../../../../shared/gateway/providers/dialect.ts';
import { chunksOf } from '../../../../../../shared/gateway/providers/open-stream.ts';
import { type Chunk, chunkOf, chunksOfWhole } from '../../../../../../shared/gateway/providers/openai/chunks.ts';

async function* inPieces(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const size = sizes[piece % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const read = async (text: string, sizes: number[] = [text.length * 4]): Promise<Chunk[]> => {
  const chunks: Chunk[] = [];
  const dialect = { chunkOf, chunksOfWhole };
  for await (const ofOneRead of chunksOf(inPieces(new TextEncoder().encode(text), sizes), dialect))
    for (const chunk of ofOneRead) if (chunk !== END) chunks.push(chunk);
  return chunks;
};

describe('the chunks of a stream', () => {
  test('the chunks of a stream are the same however its bytes are divided, whichever line ends it has', async () => {
    const content = fc.string({ unit: fc.constantFrom('a', ' ', 'ж', '皆', '🙂', '"', '\n', '\r', 'data:') });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 });
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 6 }), lineEnd, sizes, async (contents, end, portions) => {
        const events = contents.map((one) => `: comment${end}id: 1${end}data: ${JSON.stringify({ one })}${end}${end}`);
        expect(await read(`${events.join('')}data: [DONE]${end}${end}`, portions)).toEqual(
          contents.map((one) => ({ one })),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('chunks may have their data in several lines, with or without a space before it', async () => {
    expect(await read('event: x\ndata:{"a":\ndata: 1}\n\n')).toEqual([{ a: 1 }]);
  });

  test('only data fields become chunks', async () => {
    expect(await read('database: {"a": 1}\n\ndata\n\nretry: 5\n\ndata: {"b": 2}\n\n')).toEqual([{ b: 2 }]);
  });

  test.each(['', '\n', '\r\n', '\n\n'])(
    'G1: a last event that is whole JSON is a chunk, whatever ends its line: %j',
    async (end) => {
      expect(await read(`data: {"a": 1}\n\ndata: {"b": 2}${end}`)).toEqual([{ a: 1 }, { b: 2 }]);
      expect(await read(`data: {"a": 1}\n\ndata: {"b": 2}${end}`, [1])).toEqual([{ a: 1 }, { b: 2 }]);
    },
  );

  test.each(['', '\n', '\n\n'])('G1: an answer that ends within the JSON of an event is cut: %j', async (end) => {
    await expect(read(`data: {"a": 1}\n\ndata: {"b":${end}`)).rejects.toMatchObject({ reason: 'cut' });
  });

  test('an event that is not JSON between others is malformed', async () => {
    await expect(read('data: {"a": 1}\n\ndata: {"b":\n\ndata: {"c": 3}\n\n')).rejects.toThrow(SyntaxError);
  });

  test('chunks end at [DONE], whatever comes after it', async () => {
    expect(await read('data: {"a": 1}\n\ndata: [DONE]\n\ndata: {"b": 2}\n\n', [3])).toEqual([{ a: 1 }]);
  });

  test('chunks are given up when an event of many lines never ends', async () => {
    const line = `data: ${'x'.repeat(100_000)}\n`;
    await expect(read(line.repeat(12), [64 * 1024])).rejects.toMatchObject({ reason: 'malformed' });
  });

  test('a chunk that is an error ends the answer by its code, and otherwise as a temporary failure', async () => {
    await expect(read('data: {"error": {"code": "insufficient_quota"}}\n\n')).rejects.toMatchObject({
      reason: 'quota',
    });
    await expect(read('data: {"error": {"message": "overloaded"}}\n\n')).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });
});
