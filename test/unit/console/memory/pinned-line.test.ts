import { expect, test } from 'vitest';
import { pinnedLine } from '../../../../console/src/screens/memory/transfer/pinned-line.ts';

/* Requirements: WEB1. */

const line = (record: Record<string, unknown>) => `${JSON.stringify(record)}\n`;
const OLD = { id: 'mem_1', text: 'It was mem_2.', pinned: false, superseded_by: 'mem_2' };
const NEW = { id: 'mem_2', text: 'a\nb', pinned: false, recalled: ['mem_1'], created_at: '2026-11-29T12:00:00.000Z' };

test('pinning sends a memory again with everything that is known of it', () => {
  expect(pinnedLine(line(OLD) + line(NEW), 'mem_2', true)).toBe(line({ ...NEW, pinned: true }));
  expect(pinnedLine(line({ ...OLD, pinned: true }), 'mem_1', false)).toBe(line(OLD));
});

test('a memory that others only name is not there', () => {
  expect(pinnedLine(line(OLD), 'mem_2', true)).toBeUndefined();
  expect(pinnedLine('', 'mem_2', true)).toBeUndefined();
});
