import type { ProjectScope } from '../../core/scope.ts';
import type { Memory } from '../record/memory-record.ts';
import type { MemoryAccess } from '../store/access.ts';

/** Other memories that the same turns were shown are counted too; so many of them leave room for those asked about. */
const MAX_COUNTED = 10_000;

/**
 * The memories with the turns that were shown them, by how those ended. Counted over what is remembered of turns: a turn that was
 * forgotten counts no more, and one that says nothing of its own work (an outage, a cancelled run) never did.
 */
export const withUses = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  memories: readonly Memory[],
): Promise<Memory[]> => {
  if (memories.length === 0) return [];
  const store = await access.open(scope, agent);
  const shown = { key: 'recalled', match: { any: memories.map(({ id }) => id) } };
  const counts = (success: boolean) =>
    store.facet('recalled', { must: [shown, { key: 'success', match: { value: success } }] }, MAX_COUNTED);
  const [succeeded, failed] = await Promise.all([counts(true), counts(false)]);
  return memories.map((memory) => ({
    ...memory,
    uses: { succeeded: succeeded.get(memory.id) ?? 0, failed: failed.get(memory.id) ?? 0 },
  }));
};
