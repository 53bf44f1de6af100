import { describe, expect, test } from 'vitest';
import {
  DRAIN_DEADLINE,
  LEASE,
  MAX_CLAIMS,
  MAX_FAILURES,
  MAX_QUEUED_RUNS,
  RENEW_INTERVAL,
} from '../../../../shared/bus/records/timing.ts';
import { MAX_QUESTION_DEPTH, parkForAgent } from '../../../../shared/bus/work/ask.ts';
import type { Claim } from '../../../../shared/bus/work/claim.ts';

/* Requirements: BUS5. */

const SECONDS = 1_000;

describe('the figures of the bus', () => {
  test('a lease lasts 60 seconds and is renewed every 20, so two lost renewals do not lose it', () => {
    expect([LEASE, RENEW_INTERVAL]).toEqual([60 * SECONDS, 20 * SECONDS]);
  });

  test('a task fails after 3 temporary failures, or after 3 claims without a commit', () => {
    expect([MAX_FAILURES, MAX_CLAIMS]).toEqual([3, 3]);
  });

  test('at most 20 runs wait in one session', () => {
    expect(MAX_QUEUED_RUNS).toBe(20);
  });

  test('running work of an agent that is deleted has 60 seconds to end', () => {
    expect(DRAIN_DEADLINE).toBe(60 * SECONDS);
  });

  test('questions between agents go three deep: a task at that depth is refused before anything is written', async () => {
    expect(MAX_QUESTION_DEPTH).toBe(3);
    const claim = { task: { depth: 3 } } as Claim;
    const agent = { key: 'agt_1', id: 'user1_ben_1', name: 'ben', version: 1 };
    expect(await parkForAgent(claim, { agent, question: 'Why?' })).toEqual({
      asked: false,
      refused: expect.stringContaining('three deep'),
    });
  });
});
