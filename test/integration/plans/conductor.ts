import { SECOND } from '../../../shared/core/clock.ts';
import type { Artel } from '../../support/artel.ts';
import { promptOf, taskIn } from '../../support/plans.ts';
import type { RecordedRequest, ScriptedModel } from '../../support/scripted-model.ts';
import type { ScriptedToolCall } from '../../support/scripted-reply.ts';

/** A task as the model saw it. Moments are counted over all requests: an answer comes after everything with a smaller number. */
export type Part = { task: string; prompt: string; began: number; ended: number };

type Reply = Exclude<Parameters<ScriptedModel['always']>[0], (request: RecordedRequest) => unknown>;
const NOT_YET = Number.POSITIVE_INFINITY;
/** Longer than anything but a standstill takes. */
const STANDSTILL = 100 * SECOND;

/**
 * Answers the tasks of plans, each with its own result, and holds every answer back until it is let go: so it is the test
 * that says when a task ends. Tasks in `failing` are refused at once, for good, and so is whatever is no task, unless
 * `otherwise` answers it.
 */
export class Conductor {
  readonly parts: Part[] = [];
  failing: ReadonlySet<string> = new Set();
  /** What tasks call before they answer. */
  readonly calls = new Map<string, ScriptedToolCall>();
  readonly #held = new Map<string, () => void>();
  readonly #otherwise: (request: RecordedRequest) => Reply;
  #moments = 0;
  #free = false;
  #arrived = Promise.withResolvers<void>();

  constructor({ model }: Artel, otherwise: (request: RecordedRequest) => Reply = () => ({ status: 400 })) {
    this.#otherwise = otherwise;
    model.always((request) => {
      const { task, called } = positionOf(request);
      if (task === undefined) return this.#otherwise(request);
      const call = this.calls.get(task);
      return call && !called ? { tool_calls: [call] } : this.#answer(task, request);
    });
  }

  #answer(task: string, request: RecordedRequest): Reply {
    this.#moments += 1;
    const part: Part = { task, prompt: promptOf(request), began: this.#moments, ended: NOT_YET };
    this.parts.push(part);
    const end = () => {
      this.#moments += 1;
      part.ended = this.#moments;
    };
    if (this.failing.has(task)) {
      end();
      return { status: 400 };
    }
    const { promise: gate, resolve } = Promise.withResolvers<void>();
    const letGo = () => {
      this.#held.delete(task);
      end();
      resolve();
    };
    if (this.#free) letGo();
    else this.#held.set(task, letGo);
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers<void>();
    return { text: resultOf(task), gate };
  }

  /** Tasks whose answer is in the making, by name. */
  get held(): string[] {
    return [...this.#held.keys()].sort();
  }

  /** Settles once so many answers are in the making. */
  works(count: number): Promise<void> {
    return this.#until(
      () => this.#held.size >= count,
      () => `${this.#held.size} tasks work where ${count} could.`,
    );
  }

  /** Settles once this task is, or was, being answered. */
  answers(task: string): Promise<void> {
    return this.#until(
      () => this.parts.some((part) => part.task === task),
      () => `"${task}" never began; these did: ${this.parts.map((part) => part.task).join(', ')}.`,
    );
  }

  /** Settles once so many tasks are, or were, being answered, however long that takes as long as one more begins. */
  async began(count: number): Promise<void> {
    for (let known = 1; known <= count; known += 1) {
      await this.#until(
        () => this.parts.length >= known,
        () => `Only ${this.parts.length} of ${count} tasks began.`,
      );
    }
  }

  async #until(isSo: () => boolean, complaint: () => string): Promise<void> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(complaint())), STANDSTILL);
    try {
      while (!isSo()) await Promise.race([this.#arrived.promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  letGo(...tasks: string[]): void {
    for (const task of tasks) {
      const held = this.#held.get(task);
      if (!held) throw new Error(`"${task}" is not being answered; these are: ${this.held.join(', ')}.`);
      held();
    }
  }

  /** From here on nothing is held back. */
  letAllGo(): void {
    this.#free = true;
    this.letGo(...this.held);
  }
}

export const resultOf = (task: string): string => `Result of ${task}.`;

/** Which task a request is about, and whether a tool was called for it already. */
const positionOf = (request: RecordedRequest): { task: string | undefined; called: boolean } => {
  const messages = (request.body.messages ?? []) as { role: string }[];
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  const upTo = { ...request, body: { ...request.body, messages: messages.slice(0, asked + 1) } };
  return { task: taskIn(upTo), called: messages.slice(asked).some(({ role }) => role === 'tool') };
};
