import * as z from 'zod';
import { isoTime, MINUTE } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, getItem, type Item, laneKeys, SCHEMA_VERSION, updateItem, type Write } from '../../store/index.ts';

/** Failures in a row, for reasons of the agent's own, after which it is in `error`. */
export const UNHEALTHY_AFTER = 3;
/** How soon it is checked; doubled after each check that finds it unhealthy, up to the maximum. */
const CHECK_AFTER = MINUTE;
const MAX_CHECK_DELAY = 60 * MINUTE;

const healthSchema = z.object({
  failures: z.number().int(),
  looks: z.number().int().default(0),
  error_code: z.string().optional(),
  checked_at: z.number().optional(),
});
export type Health = z.infer<typeof healthSchema>;

export const publicHealthSchema = z
  .object({
    failures_in_a_row: z.number(),
    error_code: z.string().nullable(),
    checked_at: z.string().nullable(),
  })
  .meta({ id: 'AgentHealth' });
export type PublicHealth = z.infer<typeof publicHealthSchema>;

export const publicHealth = (health: Health | undefined): PublicHealth => ({
  failures_in_a_row: health?.failures ?? 0,
  error_code: health?.error_code ?? null,
  checked_at: health?.checked_at === undefined ? null : isoTime(health.checked_at),
});

export const readHealth = (item: Item): Health => healthSchema.parse(item);

export const findHealth = async (project: ProjectScope, agent: string): Promise<Health | undefined> => {
  const item = await getItem(laneKeys.health(project, agent));
  return item && readHealth(item);
};

export const isUnhealthy = (health: Health | undefined): boolean => (health?.failures ?? 0) >= UNHEALTHY_AFTER;

/** One more failure in a row, for the transaction that ends the run. From the third on the agent is checked. */
export const failureWrite = (
  project: ProjectScope,
  agent: string,
  { before, error_code, now }: { before: Health | undefined; error_code: string; now: number },
): Write => {
  const key = laneKeys.health(project, agent);
  const unhealthy = (before?.failures ?? 0) + 1 >= UNHEALTHY_AFTER;
  const looked = unhealthy && !isUnhealthy(before) ? ', #due_at = :due_at, #due_shard = :due_shard' : '';
  return {
    key,
    update: `SET #v = :v, #kind = :kind, #user_id = :user, #project_id = :project, #agent_key = :agent, #error_code = :error_code${looked} ADD #failures :one`,
    values: {
      v: SCHEMA_VERSION,
      kind: 'health',
      user: project.userId,
      project: project.projectId,
      agent,
      error_code,
      one: 1,
      ...due(key, now + CHECK_AFTER),
    },
  };
};

/** Healthy again: after a run or a check that succeeded. */
const HEALTHY = 'SET #failures = :none, #looks = :none, #checked_at = :now REMOVE #error_code, #due_at, #due_shard';

export const recoveryWrite = (project: ProjectScope, agent: string, now: number): Write => ({
  key: laneKeys.health(project, agent),
  update: HEALTHY,
  values: { none: 0, now },
});

/** What a check of an agent in `error` found. If it is still unhealthy, it is checked again after twice the time. */
export const recordCheck = async (
  project: ProjectScope,
  agent: string,
  { outcome, now }: { outcome: { healthy: true } | { healthy: false; error_code: string }; now: number },
): Promise<void> => {
  const key = laneKeys.health(project, agent);
  if (outcome.healthy) {
    await updateItem(key, HEALTHY, { when: 'attribute_exists(#pk)', values: { none: 0, now } });
    return;
  }
  const looks = ((await findHealth(project, agent))?.looks ?? 0) + 1;
  const next = now + Math.min(MAX_CHECK_DELAY, CHECK_AFTER * 2 ** looks);
  await updateItem(
    key,
    'SET #looks = :looks, #checked_at = :now, #error_code = :error_code, #due_at = :due_at, #due_shard = :due_shard',
    { when: 'attribute_exists(#pk)', values: { looks, now, error_code: outcome.error_code, ...due(key, next) } },
  );
};
