import { describe, expect, test } from 'vitest';
import { askPerson, decide, findApproval, redriveApproval, type Verdict } from '../../../shared/approvals/index.ts';
import { announceEffect, type Claim, cancelRun, redriveTask } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { readAfter } from '../../../shared/events/index.ts';
import { inWorld } from './in-world.ts';
import type { DirectRun } from './world.ts';

/* Requirements: AP6. */

const here = inWorld();

const stillOpen = '#status = :pending and #open_until > :now';
const isOver = '#status = :pending and #open_until <= :now';
const approve = { decision: 'approve' } as const;
const reject = { decision: 'reject' } as const;

const ask = async (run: DirectRun, claim: Claim, about: 'tool' | 'unknown_outcome' = 'tool'): Promise<string> => {
  const { place } = here;
  await askPerson(claim, { about, risk: 'low', payload: { tool: 'send' } }, { clock: place.clock });
  return String((await place.task(run)).approval);
};
const asked = async (agent?: string): Promise<{ run: DirectRun; session: string; agent: string; approval: string }> => {
  const { place } = here;
  const which = agent ?? (await place.agent());
  const { run, claim, session } = await place.working(which);
  return { run, session, agent: which, approval: await ask(run, claim) };
};
const origin = { requestId: 'request', sourceIp: '203.0.113.7', userAgent: 'test' };
const say = (id: string, verdict: Verdict) =>
  decide(here.place.project, id, { verdict, origin, clock: here.place.clock });
const statusOf = async (id: string) => (await findApproval(here.place.project, id))?.status;
const later = () => ({ now: () => here.place.now + 5 * MINUTE });

describe('an approval that is decided', () => {
  test('a decided approval stands when it is decided the other way at the same time', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    const race = await world.race(
      stillOpen,
      () => say(approval, approve),
      () => say(approval, reject),
    );
    expect(race.refused).toContain(stillOpen);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect((await place.task(run)).decision).toMatchObject({ status: 'rejected' });
  });

  test('an approval decided twice the same way at the same time wakes its task once', async () => {
    const { place, world } = here;
    const { approval, run, agent } = await asked();
    const race = await world.race(
      stillOpen,
      () => say(approval, approve),
      () => say(approval, approve),
    );
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { status: 'approved' } });
    expect(await place.task(run)).toMatchObject({ state: 'dispatched', wake: 2 });
    expect(await place.lane(agent)).toEqual([1, 0, 1]);
  });

  test('an approval decided just as it expires stays expired, and the answer is 409', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    const race = await world.race(
      stillOpen,
      () => say(approval, approve),
      () => redriveApproval(place.project, approval, later()),
    );
    expect(race.refused).toContain(stillOpen);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect((await place.task(run)).decision).toMatchObject({ status: 'expired' });
  });

  test('an approval decided just before it expires stays decided', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    const race = await world.race(
      isOver,
      () => redriveApproval(place.project, approval, later()),
      () => say(approval, approve),
    );
    expect(race.refused).toContain(isOver);
    expect(race.result.status).toBe('fulfilled');
    expect((await place.task(run)).decision).toMatchObject({ status: 'approved' });
  });

  test('an approval decided just as its run is cancelled is closed, and the answer is 409', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    const race = await world.race(
      stillOpen,
      () => say(approval, approve),
      () => cancelRun(place.project, run.run_id, place.clock),
    );
    expect(race.refused).toContain(stillOpen);
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect(await statusOf(approval)).toBe('closed');
  });

  test('an approval decided while its run is being cancelled stays decided, and the run is cancelled', async () => {
    const { place, world } = here;
    const { approval, run, agent } = await asked();
    const race = await world.race(
      '#status = :pending',
      () => cancelRun(place.project, run.run_id, place.clock),
      () => say(approval, approve),
    );
    expect(race.refused).toContain('#status = :pending');
    expect([await statusOf(approval), ...(await place.states(run))]).toEqual(['approved', 'cancelled']);
    expect(await place.lane(agent)).toEqual([0, 0, 0]);
  });

  test('a late decision does not decide the next approval of the same task', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    let next = '';
    const race = await world.race(
      '#approval = :approval',
      () => say(approval, approve),
      async () => {
        await say(approval, reject);
        next = await ask(run, await place.claim(run));
      },
    );
    expect(race.refused).toEqual(expect.arrayContaining([stillOpen, expect.stringContaining('#approval = :approval')]));
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    expect([await statusOf(approval), await statusOf(next)]).toEqual(['rejected', 'pending']);
  });

  test('a decided approval lets its task queue when the free slot is taken just then', async () => {
    const { place, world } = here;
    const { approval, run, agent } = await asked();
    const race = await world.race(
      '#running < #slots and #waiting = :none',
      () => say(approval, approve),
      () => place.queued(agent),
    );
    expect(race.result).toMatchObject({ status: 'fulfilled', value: { status: 'approved' } });
    expect((await place.task(run)).state).toBe('queued');
  });

  test('an approval is decided once when the store’s reply is lost', async () => {
    const { place, world } = here;
    const { approval, run } = await asked();
    expect(await world.loseReply(stillOpen, () => say(approval, approve))).toMatchObject({ status: 'approved' });
    expect(await place.task(run)).toMatchObject({ state: 'dispatched', wake: 2 });
  });
});

test('a person is warned once before the expiry, however many timers fire', async () => {
  const { place, world } = here;
  const { approval, session } = await asked();
  const warn = () => redriveApproval(place.project, approval, { now: () => place.now + 4 * MINUTE });
  const race = await world.race('#status = :pending and #warned = :no', warn, warn);
  expect(race.refused).toContain('#status = :pending and #warned = :no');
  const { lines } = await readAfter(place.project, session, { after: 0, clock: place.clock });
  expect(lines.filter((line) => line.includes('"approval_expiring"'))).toHaveLength(1);
});

test('a person is asked once when the store’s reply is lost', async () => {
  const { place, world } = here;
  const { run, claim, session } = await place.working(await place.agent());
  const approval = await world.loseReply('#state = :running and #epoch = :epoch', () => ask(run, claim));
  expect(await statusOf(approval)).toBe('pending');
  const { lines } = await readAfter(place.project, session, { after: 0, clock: place.clock });
  expect(lines.filter((line) => line.includes('"approval_required"'))).toHaveLength(1);
});

test('permission to repeat an effect of unknown outcome repeats it once', async () => {
  const { place, world } = here;
  const { run, claim } = await place.working(await place.agent());
  await announceEffect(claim, '{}');
  place.now += 2 * MINUTE;
  await redriveTask(place.project, { run: run.run_id, id: run.task_id }, place.clock);
  const approval = await ask(run, await place.claim(run), 'unknown_outcome');
  await say(approval, approve);
  const worker = await place.claim(run);
  const twin = { ...worker };
  const mayRepeat = '#decision.#kind = :unknown and #decision.#step = :step and #decision.#status = :approved';
  const race = await world.race(
    mayRepeat,
    () => announceEffect(worker, '{}'),
    () => announceEffect(twin, '{}'),
  );
  expect(race.refused).toEqual([expect.stringContaining(mayRepeat)]);
  expect(race.result).toEqual({ status: 'fulfilled', value: undefined });
  expect((await place.task(run)).intent).toMatchObject({ attempt: 2 });
  expect((await place.task(run)).decision).toBeUndefined();
});
