import type { Artel, Person } from '../../support/artel.ts';
import { send } from '../../support/gates.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { ScriptedAnswer } from '../../support/scripted-reply.ts';

type Held = { question: string; letGo: () => void };

/**
 * An agent as seen from inside the model: which of its questions are being answered now. An answer is held back until it
 * is let go, so that it is the test that says when a slot becomes free.
 */
export class Desk {
  readonly name: string;
  readonly who: Person;
  limit: number;
  /** Questions in the order in which the model was asked them. */
  readonly asked: string[] = [];
  /** Most answers that were in the making at once, and how often a question came in past the limit. */
  most = 0;
  tooMany = 0;
  readonly #held: Held[] = [];
  #changed = Promise.withResolvers<void>();

  constructor(who: Person, name: string, limit: number) {
    this.who = who;
    this.name = name;
    this.limit = limit;
  }

  get mark(): string {
    return `${this.who.id} ${this.name}`;
  }

  async open(maxPending: number): Promise<void> {
    const body = { name: this.name, ...this.#config(maxPending) };
    const { status } = await this.who.call('POST', '/my/agents', body);
    if (status !== 201) throw new Error(`The agent ${this.name} was refused with ${status}.`);
  }

  #config(maxPending: number): Record<string, unknown> {
    return { system_prompt: `Desk: ${this.mark}.`, concurrency_limit: this.limit, max_pending: maxPending };
  }

  async changeLimit(limit: number, maxPending: number): Promise<void> {
    this.limit = limit;
    const { status } = await this.who.call('PUT', `/my/agents/${this.name}`, this.#config(maxPending));
    if (status !== 200) throw new Error(`The change of ${this.name} was refused with ${status}.`);
  }

  /** A message in a session of its own. */
  async say(content: string): Promise<{ status: number; session: string; run: string }> {
    const { body } = await this.who.call<{ id: string }>('POST', '/my/chat/sessions', {});
    const sent = await send(this.who, body.id, content, { target_agent: this.name });
    return { status: sent.status, session: body.id, run: sent.body.run?.id };
  }

  take(question: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.asked.push(question);
    this.#held.push({ question, letGo: resolve });
    this.most = Math.max(this.most, this.#held.length);
    if (this.#held.length > this.limit) this.tooMany += 1;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
    return promise;
  }

  /** Resolves when that many answers, or more, are held back at once: that many slots are in use. */
  async busyWith(count: number): Promise<void> {
    while (this.#held.length < count) await this.#changed.promise;
  }

  /** The oldest answer goes out. */
  letGo(): void {
    const first = this.#held.shift();
    if (!first) throw new Error(`Nothing is held back at ${this.name}.`);
    first.letGo();
  }
}

/** The model asks the desk whose agent is speaking; `wait` makes the answer wait for the desk. */
export const answerAtDesks = ({ model }: Artel, desks: Desk[]): void => {
  model.always(({ body }: RecordedRequest): ScriptedAnswer & { gate?: Promise<void> } => {
    const messages = body.messages as { role: string; content: string }[];
    const desk = desks.find(({ mark }) => messages[0]?.content.includes(`${mark}.`));
    const question = messages.at(-1)?.content ?? '';
    if (!desk) throw new Error(`Nobody is asked "${question}".`);
    return { text: `Answered: ${question}`, gate: desk.take(question) };
  });
};
