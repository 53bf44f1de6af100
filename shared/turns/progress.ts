import { idsOf, type Task } from '../bus/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import type { EventWriter } from '../events/index.ts';

/** Tasks of a plan share one log: each reports its progress no more often than this. */
const PROGRESS_INTERVAL = 2 * SECOND;

/** How far a task of a plan is with its answer: reports only the length; the text follows when it is complete. */
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
