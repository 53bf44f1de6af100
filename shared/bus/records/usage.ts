import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { SCHEMA_VERSION, userKeys, type Write } from '../../store/index.ts';
import type { Run } from './run.ts';

/** Upper bounds of the duration buckets, in milliseconds, each twice the one before: 100 ms … about 27 minutes. */
export const DURATION_BUCKETS = Array.from({ length: 15 }, (_, index) => 100 * 2 ** index);

/** The bucket a duration falls into; the last one has no upper bound. */
export const durationBucketOf = (milliseconds: number): number => {
  const index = DURATION_BUCKETS.findIndex((bound) => milliseconds <= bound);
  return index === -1 ? DURATION_BUCKETS.length : index;
};

export type Spent = {
  usage?: Run['usage'];
  failed: boolean;
  /** From the claim of the run's first worker to its end, waiting included. */
  milliseconds: number;
};

/** The model of a run that failed before any model answered. */
const NO_MODEL = 'none';

/**
 * Adds a run to the day's figures, in the transaction that ends it: counted once, however often it was tried. What its
 * model calls cost is counted in the same item by the gateway, call by call, whatever becomes of the run.
 */
export const usageWrite = (
  project: ProjectScope,
  agent: string,
  { usage, failed, milliseconds }: Spent,
  now: number,
): Write => {
  const day = isoTime(now).slice(0, 10);
  const model = usage?.model ?? NO_MODEL;
  const bucket = `within_${durationBucketOf(milliseconds)}`;
  return {
    key: userKeys.usage(project.user, day, agent, model),
    update: `SET #v = :v, #day = :day, #agent_key = :agent, #project_id = :project, #model = :model ADD #requests :one, #failed :failed, #milliseconds :milliseconds, #${bucket} :one`,
    values: {
      v: SCHEMA_VERSION,
      day,
      agent,
      project: project.projectId,
      model,
      one: 1,
      failed: failed ? 1 : 0,
      milliseconds: Math.max(0, Math.round(milliseconds)),
    },
  };
};
