/* Requirements: WS1, BUS7. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPerson } from '../../../shared/approvals/index.ts';
import { findLane, markAgentDeleting } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { sweep } from '../../../shared/maintenance/index.ts';
import { removeProject } from '../../../shared/projects/index.ts';
import { due, getItem, putItem, SCHEMA_VERSION, userKeys } from '../../../shared/store/index.ts';
import { Place, startWorld, type World } from '../races/world.ts';
import { itemsOf, withVectorsAndObjects } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
withVectorsAndObjects();

test('a project that is removed while a chat still works takes nothing of it before the chat has ended its work', async () => {
  const place = new Place();
  const { project, clock } = place;
  const agent = await place.agent();
  const work = await place.working(agent);
  await askPerson(work.claim, { about: 'tool_call', risk: 'high', payload: {} } as never, { clock });
  await markAgentDeleting(project, agent, clock);
  const key = userKeys.project(project.user, project.projectId);
  const owner = { user_id: project.userId, project_id: project.projectId };
  const deleted = { state: 'deleting', deleted_at: place.now, kind: 'project', ...due(key, place.now) };
  await putItem({ ...key, v: SCHEMA_VERSION, ...owner, ...deleted });
  const left = () => itemsOf(project, { agents: [agent], sessions: [work.session], runs: [work.run.run_id] });

  const before = await left();
  expect(await removeProject(project, clock)).toBe('more');
  expect(await left()).toEqual(before);
  expect(await findLane(project, agent)).toMatchObject({ live: 1 });

  for (let minutes = 0; minutes < 40; minutes += 1) {
    place.now += MINUTE;
    await sweep(place.now + MINUTE, clock);
  }
  expect(await left()).toEqual([]);
  expect(await getItem(key)).toBeUndefined();
});
