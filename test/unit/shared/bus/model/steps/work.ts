import type { Model } from '../scopes/scope.ts';
import { type State, type TaskItem, type Worker, withOne } from '../state.ts';
import { commit, transaction } from '../store.ts';
import { fenced } from '../transactions/tasks.ts';
import type { Transaction } from '../writes.ts';
import type { Edge } from './actors.ts';

export type Busy = NonNullable<Worker>;

/** One worker at its task: the steps it can take from here. */
export class Work {
  readonly model: Model;
  readonly state: State;
  readonly worker: Busy;
  readonly #place: number;

  constructor(model: Model, state: State, place: number, worker: Busy) {
    this.model = model;
    this.state = state;
    this.worker = worker;
    this.#place = place;
  }

  get item(): TaskItem {
    return this.state.tasks[this.worker.task]!;
  }

  /** Whether its fence holds now. */
  get mine(): boolean {
    return this.#after({}) !== undefined;
  }

  leaves(state: State): State {
    return withOne(state, 'workers', this.#place, null);
  }

  goesOn(state: State, change: Partial<Busy>): State {
    return withOne(state, 'workers', this.#place, change);
  }

  /** A single write behind the fence; a worker that is refused stops. */
  writes(name: string, set: Partial<TaskItem>, then: Partial<Busy>): Edge {
    const after = this.#after(set);
    if (!after) return { name: `${name} ${this.worker.task}: refused`, to: this.leaves(this.state), helps: true };
    return { name: `${name} ${this.worker.task}`, to: this.goesOn(after, then), helps: true };
  }

  records(): Edge {
    const step = this.worker.step + 1;
    return this.writes('record', { step, claims: 0, intent: null, decision: null }, { step, at: 'step' });
  }

  prepares(prepared: Transaction): Edge {
    return { name: `${prepared.name}: reads`, to: this.goesOn(this.state, { prepared }), helps: true };
  }

  #after(set: Partial<TaskItem>): State | undefined {
    const { task, epoch } = this.worker;
    return commit(this.state, transaction('write', [fenced(task, epoch, set)], []), this.model.removed);
  }
}
