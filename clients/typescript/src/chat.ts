import { follow, type Gap, isGap, type SessionEvent } from './events.ts';
import { live } from './live.ts';
import type { InputOf, OutputOf } from './paths.ts';
import type { Transport } from './transport.ts';

type Message = InputOf<'POST /my/chat/{session_id}/message'>['body'];
type Accepted = OutputOf<'POST /my/chat/{session_id}/message'>;

/** How a run ended, and what the team said in it. */
export type Answer = { run: string; state: string; text: string };

export type Place = { session: string; project: string; after: number };

/** One chat. It remembers which of its events were seen, so that following it again begins after them. */
export class Chat {
  readonly #transport: Transport;
  readonly #path: string;
  readonly #session: string;
  readonly #project: string;
  #last: number;

  constructor(transport: Transport, { session, project, after }: Place) {
    this.#transport = transport;
    this.#path = `/my/projects/${encodeURIComponent(project)}/chat/${encodeURIComponent(session)}`;
    this.#session = session;
    this.#project = project;
    this.#last = after;
  }

  /** The number of the newest event that was seen. */
  get lastEventId(): number {
    return this.#last;
  }

  /** Sends a message: to the agent it names, or to the orchestrator, which makes a plan. */
  async send(message: Message, { signal }: { signal?: AbortSignal } = {}): Promise<Accepted> {
    const answer = await this.#transport.send({ method: 'POST', path: `${this.#path}/message`, body: message, signal });
    return (await answer.json()) as Accepted;
  }

  /** The events that were not seen yet, and those to come: each once, in order, whatever happens to the connection. */
  async *events({ signal }: { signal?: AbortSignal } = {}): AsyncGenerator<SessionEvent | Gap> {
    for await (const event of follow(this.#transport, { path: `${this.#path}/events`, after: this.#last, signal })) {
      this.#last = isGap(event) ? event.payload.first_available - 1 : event.event_id;
      yield event;
    }
  }

  /**
   * The same events over a WebSocket, as they happen, until the signal aborts: for a view that stays open. The service sends
   * them instead of looking for them, several in one frame where they come quickly.
   */
  async *live({ signal }: { signal?: AbortSignal } = {}): AsyncGenerator<SessionEvent | Gap> {
    const asked = { session: this.#session, project: this.#project, after: this.#last, signal };
    for await (const event of live(this.#transport, asked)) {
      this.#last = isGap(event) ? event.payload.first_available - 1 : event.event_id;
      yield event;
    }
  }

  /**
   * Sends a message and waits for its run to end, as long as that takes: a run may wait for a person. `onEvent` is told of
   * everything meanwhile, `approval_required` among it.
   */
  async ask(
    message: Message,
    { onEvent, signal }: { onEvent?: (event: SessionEvent | Gap) => void; signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const { run } = await this.send(message, signal ? { signal } : {});
    let text = '';
    for (;;) {
      for await (const event of this.events(signal ? { signal } : {})) {
        onEvent?.(event);
        if (isGap(event) || event.payload.run_id !== run.id) continue;
        const { role, content, state } = event.payload;
        if (event.event_type === 'message_created' && role === 'assistant') text = String(content ?? '');
        if (event.event_type === 'run_completed') return { run: run.id, state: String(state), text };
      }
      // The session was quiet for a while, as it is while a person decides.
      await this.#transport.pause(QUIET_PAUSE, signal);
    }
  }
}

const QUIET_PAUSE = 1_000;
