import { describe, expect, test } from 'vitest';
import { type Approval, approvalItem } from '../../../shared/approvals/approval.ts';
import { approvalFigures } from '../../../shared/approvals/index.ts';
import { newId } from '../../../shared/core/ids.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { putItem } from '../../../shared/store/index.ts';
import { inWorld } from '../races/in-world.ts';

/* Requirements: AP7. */

const here = inWorld();
const NOW = Date.parse('2026-11-21T08:00:00Z');

const put = async (status: Approval['status'], seconds?: number, project = here.place.project): Promise<void> => {
  const decision = status === 'approved' ? 'approve' : 'reject';
  await putItem(
    approvalItem(project, {
      user_id: project.userId,
      project_id: project.projectId,
      session_id: 'ses_1',
      run_id: 'run_1',
      task_id: 'tsk_1',
      agent_key: 'agt_1',
      step: 0,
      approval_id: newId('apr', NOW),
      about: 'tool',
      risk: 'low',
      status,
      payload: {},
      open_until: NOW + 300_000,
      warned: false,
      created_at: NOW,
      ...(seconds !== undefined && { decision, resolved_at: NOW + seconds * 1_000 }),
    }),
  );
};

describe('the figures of approvals', () => {
  test('rates count decided and expired approvals, and leave pending and closed ones out', async () => {
    for (const seconds of [1, 2, 3]) await put('approved', seconds);
    await put('rejected', 4);
    for (const status of ['expired', 'expired', 'expired', 'expired', 'pending', 'closed'] as const) await put(status);
    expect(await approvalFigures(here.place.project)).toMatchObject({
      total: 10,
      by_status: { approved: 3, rejected: 1, expired: 4, pending: 1, closed: 1 },
      approval_rate: 3 / 4,
      timeout_rate: 4 / 8,
    });
  });

  test('the response time is the median and the 95th percentile of all decisions', async () => {
    for (let seconds = 1; seconds <= 20; seconds += 1) await put(seconds % 2 === 0 ? 'approved' : 'rejected', seconds);
    expect((await approvalFigures(here.place.project)).response_seconds).toEqual({ median: 10, p95: 19 });
  });

  test('a project without approvals has no rates and no response time, and never those of another', async () => {
    await put('approved', 1, authenticated({ userId: 'bob' }).inProject('default'));
    expect(await approvalFigures(here.place.project)).toEqual({
      total: 0,
      by_status: {},
      approval_rate: null,
      timeout_rate: null,
      response_seconds: null,
    });
  });
});
