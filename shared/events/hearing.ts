import { listeners } from '../connections/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Item } from '../store/index.ts';

/**
 * What a log says of its listeners, as read before an append: until when somebody may listen (epoch seconds; 0: nobody has since
 * it was looked at), or nothing yet, and then whether anybody listened a moment before.
 */
export type Hearing = { until: number } | { nobody: boolean } | undefined;

/**
 * A subscriber registers, then marks the log, then replays it. So an append on condition that the mark is the one it read
 * either comes before the replay, or is refused and reads again:
 *
 *   subscriber    registers ............................ marks ... replays: all before its mark
 *   append                     reads: nobody ..................................... the mark has moved: reads again
 *
 * A log without a mark, or none at all, is pushed to whoever is registered. Once it has one event nobody registers without
 * marking it, so whoever finds nobody then may say so.
 */
export const hearingOf = async (project: ProjectScope, session: string, log: Item | undefined): Promise<Hearing> => {
  if (!log) return undefined;
  if (typeof log.heard_until === 'number') return { until: log.heard_until };
  return { nobody: (await listeners(project, session)).length === 0 };
};

/** Nobody has to be looked for after an append that `whileUnheard` was a condition of. */
export const isUnheard = (hearing: Hearing, clock: Clock = systemClock): hearing is { until: number } =>
  hearing !== undefined && 'until' in hearing && hearing.until < clock.now() / SECOND;
