import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import type { MemoryAccess } from '../store/access.ts';
import { alertOf, type Fill } from './fill.ts';
import { prune } from './prune.ts';

/** The size at which a memory was when a limit was passed, and the agent's own limit. */
export type SizeAlert = { alert: Fill; memories: number; max_vectors: number };

/** Pruning leaves some room, or it would run for every further memory. */
const PRUNE_TARGET = 0.9;

/**
 * Prunes an agent that has more than `maxVectors` memories; without a limit there is nothing to do. Returns what the owner is to
 * be told, after a memory was added.
 */
export const pruneSurplus = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  maxVectors: number | undefined,
): Promise<SizeAlert | undefined> => {
  if (maxVectors === undefined) return undefined;
  const store = await access.open(scope, agent);
  const count = await store.count({});
  const alert = alertOf({ count, maxVectors });
  if (alert !== null)
    log.warn('memory fills up', { agent_key: agent, kind: alert, memories: count, limit: maxVectors });
  if (count > maxVectors) await prune(access, scope, agent, { maxVectors: Math.floor(maxVectors * PRUNE_TARGET) });
  return alert === null ? undefined : { alert, memories: count, max_vectors: maxVectors };
};
