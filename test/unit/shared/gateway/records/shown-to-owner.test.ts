import { expect, test } from 'vitest';
import { shownToOwner } from '../../../../../shared/gateway/records/own-calls.ts';
import type { Decision, Details, Phase } from '../../../../../shared/gateway/records/trace.ts';

/* Requirements: GW2, GW8, ID5. */

const change = (policy: string, phase: Phase) => ({ policy, phase, place: 'text', before: 'Falcon', after: 'removed' });
const decision = (policy: string, kind: string): Decision => ({ policy, kind, phase: 'response', action: 'changed' });
const decisions = [decision('unsaid', 'replace'), decision('personal-data', 'pii'), decision('own:names', 'replace')];
const details: Details = {
  findings: [
    { policy: 'polite', phase: 'response', what: 'judged', probability: 0.9, reason: 'It speaks of Falcon.' },
    { policy: 'own:calm', phase: 'request', what: 'judged', probability: 0.9, reason: 'It shouts.' },
  ],
  changes: [
    change('unsaid', 'request'),
    change('unsaid', 'response'),
    change('personal-data', 'response'),
    change('own:names', 'response'),
  ],
  truncated: true,
};
const shown = (outcome: 'answered' | 'left' | 'refused' | 'failed') =>
  shownToOwner({ outcome, decisions }, details).changes.map((one) => [one.policy, one.phase, 'before' in one]);

test.each(['answered', 'left'] as const)(
  'of a call that was %s all is shown but what imposed policies changed in the answer',
  (outcome) => {
    expect(shown(outcome)).toEqual([
      ['unsaid', 'request', true],
      ['unsaid', 'response', false],
      ['personal-data', 'response', true],
      ['own:names', 'response', true],
    ]);
  },
);

test.each(['refused', 'failed'] as const)('of an answer that was %s nothing is shown', (outcome) => {
  expect(shown(outcome).filter(([, phase, hasTexts]) => phase === 'response' && hasTexts)).toEqual([]);
});

test('the reason of an imposed judge is left out, and that of an own one shown', () => {
  const { findings, truncated } = shownToOwner({ outcome: 'answered', decisions }, details);
  expect(findings).toEqual([
    { policy: 'polite', phase: 'response', what: 'judged', probability: 0.9 },
    { policy: 'own:calm', phase: 'request', what: 'judged', probability: 0.9, reason: 'It shouts.' },
  ]);
  expect(truncated).toBe(true);
});
