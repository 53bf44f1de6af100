import { describe, expect, test } from 'vitest';
import { endsWith } from '../../../../console/src/api/download.ts';

describe('whether an export is whole', () => {
  test('is said by the kind of its last line', async () => {
    expect(await endsWith('end', new Blob(['{"kind":"export"}\n', '{"kind":"end","value":{"counts":{}}}\n']))).toBe(
      true,
    );
  });

  test('it is not where the last line is another one, or a half', async () => {
    expect(await endsWith('end', new Blob(['{"kind":"export"}\n{"kind":"message"}\n']))).toBe(false);
    expect(await endsWith('end', new Blob(['{"kind":"export"}\n{"kind":"en']))).toBe(false);
    expect(await endsWith('end', new Blob([]))).toBe(false);
    expect(await endsWith('end', new Blob(['null\n']))).toBe(false);
  });

  test('however long it is before that', async () => {
    const long = `${'x'.repeat(10_000)}\n{"kind":"end"}\n`;
    expect(await endsWith('end', new Blob([long]))).toBe(true);
  });
});
