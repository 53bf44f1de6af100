import type { ProjectScope } from '../../core/scope.ts';
import { removeMemories } from '../history/remove.ts';
import type { TenantOpener } from '../store/access.ts';
import type { Condition } from '../store/qdrant.ts';

/** With `ids` and `before`, those of the ids that are older. Times are milliseconds. */
export type Forgetting = { ids?: string[]; before?: number; sessionId?: string; all?: boolean };

/** Removes memories, including pinned ones, and returns how many. */
export const forget = async (
  access: TenantOpener,
  scope: ProjectScope,
  agent: string,
  { ids, before, sessionId, all }: Forgetting,
): Promise<number> => {
  const store = await access.open(scope, agent);
  const must: Condition[] = [
    ...(ids ? [store.named(ids)] : []),
    ...(before === undefined ? [] : [{ key: 'created_at', range: { lt: before } }]),
    ...(sessionId === undefined ? [] : [{ key: 'session_id', match: { value: sessionId } }]),
  ];
  // An empty selection never means everything.
  if ((must.length === 0) !== (all === true))
    throw new RangeError('Name what to forget: ids, a time, a session, or all.');
  if (ids?.length === 0) return 0;
  const count = await store.count({ must });
  if (count > 0) await removeMemories(store, { must }, ids);
  return count;
};

/** Removes an agent's whole memory, for example with the agent or its project. */
export const removeTenant = async (access: TenantOpener, scope: ProjectScope, agent: string): Promise<void> => {
  const store = await access.open(scope, agent);
  await store.removeTenant();
};
