/* Requirements: BUS7, OPS3. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deregisterAgent } from '../../../shared/bus/index.ts';
import { findLane } from '../../../shared/bus/lanes/changes.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { sweep } from '../../../shared/maintenance/index.ts';
import { dueShard, laneKeys, putItem, SCHEMA_VERSION, userKeys } from '../../../shared/store/index.ts';
import { alice, Place, startWorld, type World } from '../races/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('what stays due for hours, however much of it there is, keeps nothing else from its turn', async () => {
  const place = new Place();
  const agent = await place.agent();
  await place.working(agent);
  await deregisterAgent(place.project, agent, place.clock);
  const shard = dueShard(laneKeys.lane(place.project, agent));
  place.now += 11 * MINUTE;
  // As many as two pages hold, due for longer than the lane: what an older version cannot move on, it leaves.
  for (let count = 0; count < 210; count += 1) {
    const key = userKeys.project(alice, `prj_${count}`);
    await putItem({
      ...key,
      v: SCHEMA_VERSION,
      kind: 'of a later version',
      user_id: alice.userId,
      project_id: 'none',
      due_at: 1 + count,
      due_shard: shard,
    });
  }
  await sweep(place.now + MINUTE, place.clock);
  expect(await findLane(place.project, agent)).toMatchObject({ status: 'draining', live: 1, due_at: place.now });
});
