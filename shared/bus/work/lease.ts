import { type Clock, systemClock } from '../../core/clock.ts';
import { log } from '../../observability/log.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import { LEASE, LOOK_EVERY, RENEW_EVERY } from '../records/timing.ts';
import { type Claim, fence, mine, stillMine } from './claim.ts';

/** A worker whose task was taken away: cancelled, or given to a successor. It stops and writes nothing more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

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
 * Renews a claim every 20 s and looks every 2 s whether it still stands; `signal` aborts when it does not. A store that
 * cannot be reached is not a lost lease: the fence decides at the next write.
 */
export const keepLease = (claim: Claim, clock: Clock = systemClock): { signal: AbortSignal; stop(): void } => {
  const controller = new AbortController();
  let renewed = clock.now();
  let busy = false;
  const look = async (): Promise<void> => {
    const due = clock.now() - renewed >= RENEW_EVERY;
    const held = due ? await renew(claim, clock) : await stillMine(claim);
    if (due && held) renewed = clock.now();
    if (!held) controller.abort(new LeaseLost('The task was taken away.'));
  };
  const timer = setInterval(() => {
    if (busy || controller.signal.aborted) return;
    busy = true;
    look()
      .catch((error: Error) => log.warn('The lease could not be looked at.', error))
      .finally(() => {
        busy = false;
      });
  }, LOOK_EVERY);
  timer.unref();
  return { signal: controller.signal, stop: () => clearInterval(timer) };
};
