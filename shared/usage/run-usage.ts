import { isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { SCHEMA_VERSION, userKeys, type Write } from '../store/index.ts';
import { bucketAttribute, waitAttribute } from './duration-buckets.ts';

export type Spent = {
  /** The model that answered, if any did. */
  usage?: { model: string } | undefined;
  failed: boolean;
  /** From the run's acceptance, or the claim of a plan's task by its first worker, to its end. */
  milliseconds: number;
  /** From the time the task was accepted, or could start where it is a plan's, to the claim of its first worker. */
  waited?: number | undefined;
};

/** The model of a run that failed before any model answered. */
const NO_MODEL = 'none';

/**
 * Adds a run to the day's figures, in the transaction that ends it: counted once, however many attempts it took. The
 * cost of its model calls is counted in the same item by the gateway, call by call, whatever becomes of the run.
 */
export const usageWrite = (
  project: ProjectScope,
  agent: string,
  { usage, failed, milliseconds, waited }: Spent,
  now: number,
): Write => {
  const day = isoTime(now).slice(0, 10);
  const model = usage?.model ?? NO_MODEL;
  return {
    key: userKeys.usage(project.user, day, agent, model),
    update: `SET #v = :v, #day = :day, #agent_key = :agent, #project_id = :project, #model = :model ADD #requests :one, #failed :failed, #milliseconds :milliseconds, #${bucketAttribute(milliseconds)} :one${waited === undefined ? '' : `, #waits :one, #wait_milliseconds :waited, #${waitAttribute(waited)} :one`}`,
    values: {
      v: SCHEMA_VERSION,
      day,
      agent,
      project: project.projectId,
      model,
      one: 1,
      failed: failed ? 1 : 0,
      milliseconds: Math.max(0, Math.round(milliseconds)),
      ...(waited !== undefined && { waited: Math.max(0, Math.round(waited)) }),
    },
  };
};
