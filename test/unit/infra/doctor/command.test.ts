import { describe, expect, test } from 'vitest';
import { argumentsOf, Refused } from '../../../../infra/doctor/arguments.ts';
import { summary, userLines } from '../../../../infra/doctor/report.ts';
import type { Violation } from '../../../../shared/doctor/index.ts';

/* Requirements: BUS7. */

describe('how the doctor is asked', () => {
  test('without arguments it looks at this machine and changes nothing', () => {
    expect(argumentsOf([])).toEqual({ repair: false });
  });

  test('it mends, for one user, in a deployment', () => {
    const asked = argumentsOf(['--repair', '--user', 'alice', '--stage', 'staging']);
    expect(asked).toEqual({ repair: true, user: 'alice', stage: 'staging' });
  });

  test.each([[['--mend']], [['alice']], [['--stage', 'moon']], [['--user']]])(
    '%j is refused with the usage',
    (texts) => {
      expect(() => argumentsOf(texts)).toThrow(Refused);
      expect(() => argumentsOf(texts)).toThrow(/Usage: npm run doctor/);
    },
  );
});

describe('what the doctor says', () => {
  const stale: Violation = {
    invariant: 'session queue',
    about: { session: 'ses_1', run: 'run_1' },
    text: "The session's queue has an entry of a run that is completed.",
    repair: {
      kind: 'remove session entry',
      project: 'prj_1',
      session: 'ses_1',
      run: 'run_1',
      urgent: true,
      isTwin: false,
    },
  };

  test('nothing of a user whose items are as they should be', () => {
    expect(userLines('alice', { mended: [], left: [] }, false)).toBe('');
  });

  test('what is broken, about which ids, and whether it can be mended', () => {
    const lines = userLines('alice', { mended: [], left: [stale] }, false);
    expect(lines).toMatch(/^User alice\n {2}✗ \(has a mend\) session queue: .* \(session ses_1, run run_1\)\n$/);
  });

  test('what was mended', () => {
    expect(userLines('alice', { mended: [stale], left: [] }, true)).toContain('✓ mended: session queue');
  });

  test('how it ends: all is well, or what is left and what would help', () => {
    expect(summary({ users: 3, mended: 1, left: 0, mendable: 0 })).toBe('3 users examined: all is well, 1 mended.\n');
    const left = summary({ users: 3, mended: 0, left: 2, mendable: 1 });
    expect(left).toBe('3 users examined: 2 broken promises. 1 of them have a known mend: add --repair.\n');
  });
});
