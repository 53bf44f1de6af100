import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { readAnswer } from '../../../../shared/notifications/deliveries/answer.ts';
import { closedUntil, isGivenUp, nextAttempt } from '../../../../shared/notifications/deliveries/schedule.ts';
import { signaturesOf } from '../../../../shared/notifications/webhooks/secret.ts';
import { verified } from '../../../support/webhook-receiver.ts';

/* Requirements: BT8. */

describe('when a delivery is tried again', () => {
  test.each([0, 0.5, 0.999])(
    'a delivery is tried for about a day and ten times, whatever chance says (%d)',
    (chance) => {
      let [now, attempts] = [0, 0];
      for (let at: number | undefined = 0; at !== undefined; attempts += 1) {
        now = at;
        at = nextAttempt({ attempts: attempts + 1, since: 0, now }, () => chance);
      }
      expect(attempts).toBe(10);
      expect(now).toBeGreaterThan(20 * HOUR);
      expect(now).toBeLessThanOrEqual(DAY);
      expect(isGivenUp(0, now)).toBe(true);
    },
  );

  test('the first repeat follows within seconds', () => {
    expect(nextAttempt({ attempts: 1, since: 0, now: 0 }, () => 0.5)).toBe(5 * SECOND);
  });

  test('an endpoint closes after five failures in a row, for longer each time, and for a quarter of an hour at most', () => {
    expect(closedUntil(4, 0)).toBeUndefined();
    expect([5, 6, 7, 50].map((failures) => closedUntil(failures, 0))).toEqual([
      30 * SECOND,
      MINUTE,
      2 * MINUTE,
      15 * MINUTE,
    ]);
  });
});

test('what is signed here, the library of the standard accepts, and nothing else', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const seconds = Math.floor(Date.now() / SECOND);
  const text = '{"event_type":"run_completed"}';
  const headers = {
    'webhook-id': 'dlv_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': signaturesOf([secret], { id: 'dlv_1', seconds, text }),
  };
  expect(verified(secret, { headers, text, event: {} })).toEqual({ event_type: 'run_completed' });
  expect(() => verified(secret, { headers, text: text.replace('run', 'ran'), event: {} })).toThrow();
});

test.each([
  ['no JSON', 'hello', 'not JSON'],
  ['a field it does not know', '{"role": "user"}', 'role'],
  ['a message without text', '{"message": ""}', 'message'],
  ['a file without content', '{"files": [{"path": "a.txt"}]}', 'files.0.content'],
  ['half a character', '{"message": "\\ud83d"}', 'message'],
])('an answer of a plug-in that is %s does nothing, and says why', (_what, text, said) => {
  expect(readAnswer(text)).toEqual(expect.stringContaining(said));
});

test('a plug-in need not answer anything', () => {
  expect(readAnswer('')).toEqual({});
});
