import type { UserScope } from '../../core/scope.ts';
import { runIdOf } from '../../plans/index.ts';
import { runKeys, userKeys, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

type PlaceRepair = Extract<Repair, { kind: 'free place' | 'remove ready entry' }>;

const isOver = 'attribute_not_exists(#pk) or #state in (:completed, :failed, :skipped, :cancelled)';
const isNotReady = 'attribute_not_exists(#pk) or #state <> :ready';

const ENDS = { completed: 'completed', failed: 'failed', skipped: 'skipped', cancelled: 'cancelled' };

export const placeWrites = (user: UserScope, repair: PlaceRepair): Write[] => {
  const project = user.inProject(repair.project);
  const { task } = repair;
  if (repair.kind === 'free place') {
    const { place } = repair;
    return [
      {
        key: userKeys.planLane(user),
        update: 'DELETE #places :place',
        when: 'contains(#places, :name)',
        values: { place: new Set([place]), name: place },
      },
      { check: runKeys.task(project, runIdOf(task), task), when: isOver, values: ENDS },
    ];
  }
  return [
    { remove: userKeys.ready(user, task), when: 'attribute_exists(#pk)' },
    { check: runKeys.task(project, repair.run, task), when: isNotReady, values: { ready: 'ready' } },
  ];
};
