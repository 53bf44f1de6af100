import type { UserScope } from '../../core/scope.ts';
import { laneKeys, projectKeys, type Write } from '../../store/index.ts';
import type { Repair } from './repair.ts';

/** An agent's lane goes last, and its key is never used again. */
const isGone = 'attribute_not_exists(#pk)';

export const permissionWrites = (
  user: UserScope,
  { project: id, agent, permission }: Extract<Repair, { kind: 'remove permission' }>,
): Write[] => {
  const project = user.inProject(id);
  return [
    { remove: projectKeys.permission(project, agent, permission), when: 'attribute_exists(#pk)' },
    { check: laneKeys.lane(project, agent), when: isGone },
  ];
};
