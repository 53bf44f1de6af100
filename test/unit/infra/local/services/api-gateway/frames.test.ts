import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameMeter } from '../../../../../../infra/local/services/api-gateway/socket/frames.ts';

const LIMIT = 300;

/** A client's masked frame: a text frame or a continuation. */
function frame(length: number, fin: boolean): Buffer {
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = fin ? 0x81 : 0x00;
  header[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (header.length === 4) header.writeUInt16BE(length, 2);
  if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2);
  const mask = Buffer.of(1, 2, 3, 4);
  return Buffer.concat([header, mask, Buffer.alloc(length, 0xff)]);
}

function cut(bytes: Buffer, sizes: number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

function excesses(frames: Buffer[], sizes: number[]): number {
  let count = 0;
  const meter = new FrameMeter(LIMIT, () => {
    count += 1;
  });
  for (const chunk of cut(Buffer.concat(frames), sizes)) meter.read(chunk);
  return count;
}

test('a frame over the limit is reported once, however TCP cuts the bytes', () => {
  const lengths = fc.array(
    fc.oneof(fc.nat(130), fc.nat(2 * LIMIT), fc.constant(LIMIT), fc.integer({ min: 65_530, max: 65_540 })),
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 });
  fc.assert(
    fc.property(lengths, sizes, (all, chunkSizes) => {
      const frames = all.map((length, index) => frame(length, index % 2 === 0));
      expect(excesses(frames, chunkSizes)).toBe(all.some((length) => length > LIMIT) ? 1 : 0);
    }),
  );
});

test('a frame over the limit is reported at the header, before the payload has come', () => {
  let told = false;
  const meter = new FrameMeter(LIMIT, () => {
    told = true;
  });
  meter.read(frame(LIMIT + 1, true).subarray(0, 8));
  expect(told).toBe(true);
});
