import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endOfPrefix,
  partitionBytes,
  segmentBounds,
} from '../../../../../../infra/local/services/dynamodb/values/key-bytes.ts';

const bytes = fc.uint8Array({ maxLength: 6 }).map((array) => Buffer.from(array));

describe('the end of a prefix', () => {
  test('the end of a prefix separates what begins with it from everything greater', () => {
    fc.assert(
      fc.property(bytes, bytes, (prefix, other) => {
        const end = endOfPrefix(prefix);
        const inside = Buffer.compare(other, prefix) >= 0 && (!end || Buffer.compare(other, end) < 0);
        expect(inside).toBe(other.subarray(0, prefix.length).equals(prefix));
      }),
    );
  });

  test('the end of a prefix does not exist when every byte is the greatest', () => {
    expect(endOfPrefix(Buffer.from([0xff, 0xff]))).toBeUndefined();
  });
});

describe('segments', () => {
  test('segments share out every partition, each to one', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (text, total) => {
        const bytes = partitionBytes({ S: text });
        const owners = Array.from({ length: total }, (_, segment) => segmentBounds(segment, total)).filter(
          ({ from, to }) => Buffer.compare(bytes, from) >= 0 && (!to || Buffer.compare(bytes, to) < 0),
        );
        expect(owners).toHaveLength(1);
      }),
    );
  });
});
