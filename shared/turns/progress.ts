import { idsOf, type Task } from '../bus/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import type { EventWriter } from '../events/index.ts';

/** Parts of a plan work side by side on one log: each says at most so often how far it is. */
const PROGRESS_INTERVAL = 2 * SECOND;

/** How far a task of a plan is with its answer: it speaks of its length, the text comes with the whole. */
export class Progress {
  readonly #task: Task;
  readonly #writer: EventWriter;
  readonly #clock: Clock;
  #saidAt: number;

  constructor(task: Task, writer: EventWriter, clock: Clock = systemClock) {
    this.#task = task;
    this.#writer = writer;
    this.#clock = clock;
    this.#saidAt = clock.now();
  }

  written(characters: number): void {
    const now = this.#clock.now();
    if (now - this.#saidAt < PROGRESS_INTERVAL) return;
    this.#saidAt = now;
    this.#writer.emit({ event_type: 'task_progress', payload: { ...idsOf(this.#task), characters } });
  }
}
