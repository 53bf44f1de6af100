import { type Clock, systemClock } from '../../core/clock.ts';
import { LeaseLost } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import { LEASE, LEASE_CHECK_INTERVAL, RENEW_INTERVAL } from '../records/timing.ts';
import { type Claim, fence, mine, stillMine } from './claim.ts';

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

/**
 * Renews a claim every 20 s and checks every 2 s whether it is still valid; `signal` aborts when it is not. A store that
 * cannot be reached does not lose the lease: the fence decides at the next write.
 */
export const keepLease = (claim: Claim, clock: Clock = systemClock): { signal: AbortSignal; stop(): void } => {
  const controller = new AbortController();
  let renewed = clock.now();
  let busy = false;
  const look = async (): Promise<void> => {
    const due = clock.now() - renewed >= RENEW_INTERVAL;
    const held = due ? await renew(claim, clock) : await stillMine(claim);
    if (due && held) renewed = clock.now();
    if (!held) controller.abort(new LeaseLost());
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
