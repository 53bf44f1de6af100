import { expect, test } from 'vitest';
import { toolUse } from '../../../../shared/protocols/anthropic/message.ts';

/* Requirements: GW1. */

test('a call whose arguments are no object has no place in an answer of this API, however a number is spelled', () => {
  for (const given of ['5', '1.0', '12345678901234567890', '[]', 'no'])
    expect(() => toolUse({ id: 'call_1', name: 'look', arguments: given })).toThrow(
      expect.objectContaining({ reason: 'malformed' }),
    );
});
