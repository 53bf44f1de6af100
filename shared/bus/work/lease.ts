import { accountLocked } from '../../accounts/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { LeaseLost } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { accountKeys, due, getItems, isSameKey, runKeys, updateItem } from '../../store/index.ts';
import { readTask } from '../records/items.ts';
import { LEASE, LEASE_CHECK_INTERVAL, RENEW_INTERVAL } from '../records/timing.ts';
import { type Claim, fence, mine } from './claim.ts';

/** Renews the lease. `false`: it is lost. */
export const renew = async ({ project, task }: Claim, clock: Clock = systemClock): Promise<boolean> => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const lease = clock.now() + LEASE;
  const outcome = await updateItem(key, 'SET #lease_until = :lease, #due_at = :due_at, #due_shard = :due_shard', {
    when: mine,
    values: { ...fence(task), lease, ...due(key, lease) },
  });
  return outcome.ok;
};

/** Whether the claim still holds, and whether its user was locked meanwhile: two items in one read. */
const standing = async ({ project, task }: Claim): Promise<{ held: boolean; locked: boolean }> => {
  const account = accountKeys.account(project.user);
  const items = await getItems([runKeys.task(project, task.run_id, task.task_id), account]);
  const own = items.find((item) => !isSameKey(item, account));
  const now = own && readTask(own);
  return {
    held: now?.state === 'running' && now.epoch === task.epoch,
    locked: items.some((item) => isSameKey(item, account) && item.locked === true),
  };
};

/**
 * Renews a claim every 20 s and checks every 2 s whether it is still valid; `signal` aborts when it is not, and, with a
 * `Forbidden`, when the user was locked: that ends a call of a tool, too, which a call of a model would end only later. A store that
 * cannot be reached does not lose the lease: the fence decides at the next write.
 */
export const keepLease = (claim: Claim, clock: Clock = systemClock): { signal: AbortSignal; stop(): void } => {
  const controller = new AbortController();
  let renewed = clock.now();
  let busy = false;
  const look = async (): Promise<void> => {
    const due = clock.now() - renewed >= RENEW_INTERVAL;
    const { held, locked } = due ? { held: await renew(claim, clock), locked: false } : await standing(claim);
    if (due && held) renewed = clock.now();
    if (!held) controller.abort(new LeaseLost());
    else if (locked) controller.abort(accountLocked());
  };
  const timer = setInterval(() => {
    if (busy || controller.signal.aborted) return;
    busy = true;
    look()
      .catch((error: Error) => log.warn('lease check failed', { error }))
      .finally(() => {
        busy = false;
      });
  }, LEASE_CHECK_INTERVAL);
  timer.unref();
  return { signal: controller.signal, stop: () => clearInterval(timer) };
};
