import { setTimeout as after } from 'node:timers/promises';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import type { Queue } from '../../../infra/local/services/sqs/queue.ts';
import { ENV } from '../../../shared/core/environment.ts';

/** The cloud does not tell when its threads rest; a look at its queues costs microseconds. */
const LOOK_EVERY = 4;
/** Between two calls of a function that is at work passes less. */
const PAUSE = 40;
/** An execution that calls nothing for so long waits to try again, or its function is still starting: then a push is harmless. */
const LONG_PAUSE = 400;
const PUSH = 3_000;
const MOST_PUSHES = 12;
/** States that wait for a token, which may take for ever. */
const WAITS = new Set(['Run', 'Ask']);

/** Tells when nobody works and nothing is left that would call somebody. */
export class Quiet {
  readonly #cloud: LocalCloud;
  readonly #busy: () => boolean;
  readonly #queues: Record<string, Queue>;
  readonly #stale = new Set<string>();

  /** `busy`: whether some call is under way now. */
  constructor(cloud: LocalCloud, busy: () => boolean) {
    this.#cloud = cloud;
    this.#busy = busy;
    const queue = (variable: string): Queue => {
      const found = cloud.queues.byUrl(cloud.environmentOf('my')[variable] ?? '');
      if (!found) throw new Error(`There is no queue ${variable}.`);
      return found;
    };
    this.#queues = { 'agent-worker': queue(ENV.agentsQueue), timers: queue(ENV.timersQueue) };
  }

  /**
   * Whoever had received a message of this function is gone: it stays in flight until long after the test. With the line
   * in which a worker says so, only the message it speaks of.
   */
  forget(part: string, line?: string): void {
    const task = line && /"taskId":"([^"]+)"/.exec(line)?.[1];
    for (const { receiptHandle, body, receiveCount } of this.#queues[part]?.peek() ?? []) {
      if (receiveCount > 0 && (!task || body.includes(task))) this.#stale.add(receiptHandle);
    }
  }

  async idle(): Promise<void> {
    let since = Date.now();
    for (let pushes = 0; pushes < MOST_PUSHES; ) {
      if (this.#working()) since = Date.now();
      const quiet = Date.now() - since;
      if (quiet >= PAUSE && !this.#moving()) return;
      if (quiet >= LONG_PAUSE) {
        pushes += 1;
        since = Date.now();
        await this.#cloud.stepFunctions.timePasses(PUSH);
      }
      await after(LOOK_EVERY);
    }
  }

  /** Resolves when something that is counted has not risen for a while, though work may be held back somewhere. */
  async still(count: () => number): Promise<void> {
    for (let since = Date.now(), seen = count(); Date.now() - since < 3 * PAUSE; await after(LOOK_EVERY)) {
      if (count() === seen) continue;
      seen = count();
      since = Date.now();
    }
  }

  #working(): boolean {
    return this.#busy() || Object.values(this.#queues).some((queue) => this.#holds(queue));
  }

  #holds(queue: Queue): boolean {
    const received = queue.peek().filter(({ receiveCount }) => receiveCount > 0);
    return queue.counts().visible > 0 || received.some(({ receiptHandle }) => !this.#stale.has(receiptHandle));
  }

  #moving(): boolean {
    const running = this.#cloud.stepFunctions.executions().filter((one) => one.running);
    return running.some(({ visited }) => !WAITS.has(visited.at(-1) ?? ''));
  }
}
