import { describe, expect, test } from 'vitest';
import { explore, Unheard } from './hearing-model.ts';

/* Requirements: EV1. */

describe('who is told of an event, explored in full', () => {
  test('every event is replayed or pushed to whoever subscribes meanwhile', () => {
    expect(explore()).toBeGreaterThan(1_000);
  });

  test.each([
    'the subscriber replays before it marks',
    'an append does not ask whether the mark still stands',
    'the first append says that there is nobody',
    'saying that there is nobody overwrites a mark',
    'the subscriber marks before it registers',
  ] as const)('an event is missed when %s', (mutation) => {
    expect(() => explore(mutation)).toThrow(Unheard);
  });
});
