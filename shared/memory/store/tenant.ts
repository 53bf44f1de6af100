import { createHash } from 'node:crypto';
import { isId } from '../../core/ids.ts';
import { type ProjectScope, partOfKey } from '../../core/scope.ts';

/**
 * `user{id}_{project}_{agent}_context`: whose memory it is. User ids and the project ids made here hold no `_` where it
 * could be taken for a divider; in any other id it becomes `~`, which no id contains, so two memories never share a name.
 */
export const tenantOf = (scope: ProjectScope, agent: string): string =>
  `user${undivided(scope.userId)}_${projectPart(scope.projectId)}_${partOfKey(agent)}_context`;

const undivided = (id: string): string => id.replaceAll('_', '~');

const projectPart = (id: string): string => {
  if (isId('prj', id)) return id;
  // Only this word, followed by an agent whose name looks like an id, could pass for a project's id. No id holds a `!`.
  return id === 'prj' ? 'prj!' : undivided(id);
};

/**
 * The UUID of a memory in the vector store, where ids are shared by all tenants of a collection. It is a digest of the
 * tenant and the memory's own id, so remembering the same thing twice is once, and nobody can address another's memory.
 * Version 8, RFC 9562 section 5.8.
 */
export const pointId = (tenant: string, id: string): string => {
  const bytes = createHash('sha256').update(`${tenant}\0${id}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
