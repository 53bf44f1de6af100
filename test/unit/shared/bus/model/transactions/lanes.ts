import { type LaneChange, laneMove, mergeChanges } from '../../../../../../shared/bus/lanes/lane.ts';
import type { LaneTask } from '../../../../../../shared/bus/records/lane.ts';
import { agentOf, type Model } from '../scopes/scope.ts';
import { holdsSlot, type State, type TaskItem } from '../state.ts';
import type { ItemWrite, Write } from '../writes.ts';

/** What a transaction does to the lanes. Which move that is, and on which conditions, the code under test decides. */
export class Lanes {
  readonly #model: Model;
  readonly #state: State;
  readonly #changes = new Map<number, LaneChange>();

  constructor(model: Model, state: State) {
    this.#model = model;
    this.#state = state;
  }

  add(agent: number, change: LaneChange): this {
    const before = this.#changes.get(agent);
    this.#changes.set(agent, before ? mergeChanges(before, change) : change);
    return this;
  }

  leavesSlot(task: number, ends: boolean): this {
    return this.add(agentOf(this.#model, task), { leaves: { from: 'slot', task: String(task) }, ended: ends ? 1 : 0 });
  }

  joins(task: number, isNew: boolean): this {
    return this.add(agentOf(this.#model, task), { joins: { task: this.#laneTask(task), isNew } });
  }

  ends(task: number, item: TaskItem): this {
    if (holdsSlot(item)) return this.leavesSlot(task, true);
    if (item.state !== 'queued') return this.add(agentOf(this.#model, task), { ended: 1 });
    return this.add(agentOf(this.#model, task), { leaves: { from: 'queue', task: this.#laneTask(task) }, ended: 1 });
  }

  /** The writes on lanes and queues, the tasks that start, and where those that join end up. */
  moves(): { writes: Write[]; starts: number[]; joined: Map<number, 'dispatched' | 'queued'> } {
    const writes: Write[] = [];
    const starts: number[] = [];
    const joined = new Map<number, 'dispatched' | 'queued'>();
    for (const [agent, change] of this.#changes) {
      const head = this.#state.entries[agent]![0];
      const read = change.leaves?.from === 'slot' && head !== undefined ? this.#laneTask(head) : undefined;
      const move = laneMove(this.#state.lanes[agent]!, read, change);
      const label = `lane, ${move.form}`;
      const values = { none: 0, ready: 'ready' };
      writes.push({ table: 'lanes', id: agent, label, when: move.conditions, values, add: move.add });
      for (const { task_id } of move.starts) {
        writes.push(startHead(Number(task_id)), { table: 'entries', of: agent, id: Number(task_id), put: false });
        starts.push(Number(task_id));
      }
      if (move.unqueued) writes.push({ table: 'entries', of: agent, id: Number(move.unqueued.task_id), put: false });
      if (!change.joins || !move.joined) continue;
      const joiner = Number(change.joins.task.task_id);
      joined.set(joiner, move.joined);
      if (move.joined === 'queued') writes.push({ table: 'entries', of: agent, id: joiner, put: true });
      else starts.push(joiner);
    }
    return { writes, starts, joined };
  }

  #laneTask(task: number): LaneTask {
    return { task_id: String(task), run_id: '', session_id: '', wake: this.#state.tasks[task]?.wake ?? 0 };
  }
}

/** The queue's head gets the slot. */
export const startHead = (task: number): ItemWrite => ({
  table: 'tasks',
  id: task,
  label: 'head',
  when: ['#state = :queued'],
  values: { queued: 'queued' },
  set: { state: 'dispatched' },
  add: { wake: 1 },
});

/** What becomes of a task that joins its lane, for its own write. */
export const placed = (
  task: number,
  joined: Map<number, 'dispatched' | 'queued'>,
): { set: { state: string; why: null }; add: { wake: number } } => {
  const state = joined.get(task);
  if (!state) throw new Error(`Task ${task} joined no lane.`);
  return { set: { state, why: null }, add: { wake: state === 'dispatched' ? 1 : 0 } };
};
