import { describe, expect, test } from 'vitest';
import { endOrphans, redriveTask, removeSession } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { appendWrites, readEnd } from '../../../shared/events/index.ts';
import { markSessionDeleting } from '../../../shared/sessions/index.ts';
import { laneKeys, projectKeys, runKeys, sessionKeys, transact } from '../../../shared/store/index.ts';
import { askingAgents } from './asking-agents.ts';
import { inWorld } from './in-world.ts';
import type { DirectRun } from './world.ts';

const here = inWorld();
const { asking } = askingAgents(here);

describe('a question that nobody waits for any more, left by an earlier version', () => {
  /** The asking task has failed by itself, as it was written before every ending took all below it. */
  const forsaken = async () => {
    const scene = await asking();
    const { place } = here;
    const { project } = place;
    const { run, agent } = scene;
    await transact([
      {
        key: runKeys.task(project, run.run_id, run.task_id),
        update: 'SET #state = :failed REMOVE #why, #child',
        values: { failed: 'failed' },
      },
      { key: laneKeys.lane(project, agent), update: 'SET #live = #live - :one', values: { one: 1 } },
    ]);
    return scene;
  };
  /** Its run ends without it, too. */
  const outlived = async () => {
    const scene = await forsaken();
    const { project } = here.place;
    const { run, session } = scene;
    const end = await readEnd(project, session);
    const events = [{ event_type: 'run_completed' as const, payload: { run_id: run.run_id, state: 'failed' } }];
    await transact([
      { key: projectKeys.run(project, run.run_id), update: 'SET #state = :failed', values: { failed: 'failed' } },
      { key: sessionKeys.state(project, session), update: 'REMOVE #active', values: {} },
      ...appendWrites(project, session, { end, events, now: here.place.now }).writes,
    ]);
    return scene;
  };
  const leaseEnds = async (run: DirectRun, task: string) => {
    here.place.now += 2 * MINUTE;
    await redriveTask(here.place.project, { run: run.run_id, id: task }, here.place.clock);
  };
  const NOTHING = [0, 0, 0];

  test('R1: it ends at the next worker that comes to it, and its run’s log stays as it was', async () => {
    const { place } = here;
    const { run, session, other, child } = await outlived();
    const { next } = await readEnd(place.project, session);
    await leaseEnds(run, child.task.task_id);
    await expect(place.claim(run, child.task.task_id)).rejects.toThrow('could not be claimed');
    expect((await place.task(run, child.task.task_id)).state).toBe('cancelled');
    expect(await place.lane(other)).toEqual(NOTHING);
    expect(await readEnd(place.project, session)).toMatchObject({ next });
  });

  test('R1: it ends with its session, and its agent’s lane counts it no more', async () => {
    const { place } = here;
    const { session, other } = await outlived();
    await markSessionDeleting(place.project, session, { keepMemories: true, clock: place.clock });
    await removeSession(place.project, session, { forget: async () => undefined, clock: place.clock });
    expect(await place.lane(other)).toEqual(NOTHING);
    place.sessions.splice(0);
  });

  test('R1: one that is waited for goes on', async () => {
    const { place } = here;
    const { run, child } = await asking();
    expect(await endOrphans(place.project, run.run_id, place.clock)).toEqual([]);
    expect((await place.task(run, child.task.task_id)).state).toBe('running');
  });
});
