import type { ProjectScope } from '../core/scope.ts';
import type { Opening } from './access.ts';
import type { Condition } from './qdrant.ts';

/** With `ids` and `before`, those of the ids that are older. Times are milliseconds. */
export type Forgetting = { ids?: string[]; before?: number; sessionId?: string; all?: boolean };

/** Removes memories, pinned ones too, and says how many they were. */
export const forget = async (
  access: Opening,
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
  // Nothing named is never taken for everything.
  if ((must.length === 0) !== (all === true))
    throw new RangeError('Say what to forget: ids, a time, a session, or all.');
  if (ids?.length === 0) return 0;
  const count = await store.count({ must });
  if (count > 0) await store.remove({ must });
  return count;
};

/** Removes an agent's memory as such, as when the agent or its project is removed. */
export const removeTenant = async (access: Opening, scope: ProjectScope, agent: string): Promise<void> => {
  const store = await access.open(scope, agent);
  await store.removeTenant();
};
