import { type Clock, systemClock } from '../../core/clock.ts';
import { restored } from '../../core/scope.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import type { WorkMessage } from './work-message.ts';

/**
 * A message that was received too often. Only if its wake still stands is there work to do, and then the sweeper does
 * it: the task is due at once. It never fails a task; poison is counted in the task itself.
 */
export const reviveDeadLetter = async (
  message: WorkMessage,
  clock: Clock = systemClock,
): Promise<'revived' | 'dropped'> => {
  const project = restored(message);
  const key = runKeys.task(project, message.run_id, message.task_id);
  const outcome = await updateItem(key, 'SET #due_at = :due_at, #due_shard = :due_shard ADD #dead_letters :one', {
    when: '#state = :dispatched and #wake = :wake',
    values: { dispatched: 'dispatched', wake: message.wake, one: 1, ...due(key, clock.now()) },
  });
  return outcome.ok ? 'revived' : 'dropped';
};
