import { type Clock, systemClock } from '../../core/clock.ts';
import { restored } from '../../core/scope.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import type { WorkMessage } from './work-message.ts';

const stillUnclaimed = '#state = :dispatched and #wake = :wake';

/**
 * Handles a message that was received too often. There is work to do only if its wake is still current; then the task is
 * made due, and the sweeper does it. This never fails a task: poisoned tasks are counted in the task itself.
 */
export const reviveDeadLetter = async (
  message: WorkMessage,
  clock: Clock = systemClock,
): Promise<'revived' | 'dropped'> => {
  const project = restored(message);
  const key = runKeys.task(project, message.run_id, message.task_id);
  const outcome = await updateItem(key, 'SET #due_at = :due_at, #due_shard = :due_shard ADD #dead_letters :one', {
    when: stillUnclaimed,
    values: { dispatched: 'dispatched', wake: message.wake, one: 1, ...due(key, clock.now()) },
  });
  return outcome.ok ? 'revived' : 'dropped';
};
