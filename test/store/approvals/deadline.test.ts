import { describe, expect, test } from 'vitest';
import { askPerson, findApproval, redriveApproval } from '../../../shared/approvals/index.ts';
import { readAfter } from '../../../shared/events/index.ts';
import { inWorld } from '../races/in-world.ts';

/* Requirements: AP2. */

const here = inWorld();
const SECONDS = 1_000;

const asked = async () => {
  const { place } = here;
  const { claim, session } = await place.working(await place.agent());
  await askPerson(claim, { about: 'tool', risk: 'low', payload: { tool: 'send' } }, { clock: place.clock });
  const { lines } = await readAfter(place.project, session, { after: 0, clock: place.clock });
  const [event] = lines.map((line) => JSON.parse(line)).filter(({ event_type }) => event_type === 'approval_required');
  return { session, id: String(event.payload.approval_id), expires: Date.parse(event.payload.expires_at) };
};

/** What has become of the approval when it is looked at so long after it was opened. */
const lookedAfter = async (seconds: number, { id, session }: { id: string; session: string }) => {
  const { place } = here;
  const clock = { now: () => place.now + seconds * SECONDS };
  await redriveApproval(place.project, id, clock);
  const { lines } = await readAfter(place.project, session, { after: 0, clock });
  const warnings = lines.filter((line) => JSON.parse(line).event_type === 'approval_expiring');
  return [(await findApproval(place.project, id))?.status, warnings.length];
};

describe('the deadline of an approval', () => {
  test('an approval is warned of 60 seconds before it expires, and expires 300 seconds after it was opened', async () => {
    const approval = await asked();
    expect(approval.expires - here.place.now).toBe(300 * SECONDS);
    expect(await lookedAfter(239, approval)).toEqual(['pending', 0]);
    expect(await lookedAfter(240, approval)).toEqual(['pending', 1]);
    expect(await lookedAfter(299, approval)).toEqual(['pending', 1]);
    expect(await lookedAfter(300, approval)).toEqual(['expired', 1]);
  });

  test('an approval sets one timer for its warning after 240 seconds and one for its end after 300', async () => {
    const { id } = await asked();
    const timers = here.world.queues.sent.filter(({ queue, body }) => queue === 'timers' && body.approval_id === id);
    expect(timers.map(({ delay }) => delay).sort((a, b) => a - b)).toEqual([240, 300]);
  });
});
