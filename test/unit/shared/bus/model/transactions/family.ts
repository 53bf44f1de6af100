import { type Model, parentOf } from '../scopes/scope.ts';
import { holdsSlot, isLive, type State } from '../state.ts';
import type { ItemWrite, Write } from '../writes.ts';
import type { Lanes } from './lanes.ts';

/*
 * Who waits for whom is a tree: a task waits for the one it asked, which may ask another. Whatever ends a task ends all
 * below it in the same transaction.
 */

/** Whether a task is `top`, or was asked for by it at any depth. */
export const isInFamilyOf = (m: Model, top: number): ((task: number) => boolean) => {
  const isBelow = (task: number | undefined): boolean =>
    task !== undefined && (task === top || isBelow(parentOf(m, task)));
  return m.removed.has('rule: whatever ends a task ends all below it') ? (task) => task === top : isBelow;
};

/** Each live task as read, by its state class, its wake and whether its lane counts it; the approval it waits for is closed. */
export const cancelTasks = (m: Model, s: State, concerns: (task: number) => boolean, lanes?: Lanes): Write[] =>
  s.tasks.flatMap((task, id): Write[] => {
    if (!isLive(task) || !concerns(id)) return [];
    lanes?.ends(id, task);
    const sameClass = holdsSlot(task) ? '(#state = :dispatched or #state = :running)' : '#state = :state';
    const { state, wake, approval, gone } = task;
    const write: ItemWrite = {
      table: 'tasks',
      id,
      label: 'cancel',
      when: [sameClass, '#wake = :wake', ...(state === 'ready' && !gone ? ['attribute_not_exists(#gone)'] : [])],
      values: { dispatched: 'dispatched', running: 'running', state, wake },
      set: { state: 'cancelled', why: null, approval: null, child: null },
      add: { epoch: 1 },
    };
    if (approval === null || m.removed.has('rule: a cancelled task closes its approval')) return [write];
    return [write, closeApproval(approval)];
  });

const closeApproval = (id: number): ItemWrite => ({
  table: 'approvals',
  id,
  label: 'close',
  when: ['#status = :pending'],
  values: { pending: 'pending' },
  set: { status: 'closed' },
});
