import { type Clock, SECOND } from '../../core/clock.ts';
import type { NativeThought, ReasoningPart, ToolRequest } from '../../gateway/index.ts';
import type { ApiFailure } from '../api-failure.ts';
import type { AnswerEvent } from '../completion.ts';
import { type AnswerWriter, COMMENT, frame } from '../writer.ts';
import type { Head } from './chat-answer.ts';
import { openAiError } from './error.ts';
import {
  callItem,
  type Item,
  isIncomplete,
  itemId,
  messageItem,
  partOf,
  reasoningItem,
  responseObject,
  type Said,
  summaryPart,
} from './responses-object.ts';
import type { ResponsesBody } from './responses-request.ts';
import { functionsByName } from './responses-tools.ts';

/** The item that was added and is not done: a message with the part that grows, or a thought. */
type OpenItem =
  | { kind: 'message'; id: string; parts: object[]; part: Said; words: string }
  | { kind: 'thought'; id: string; words: string };

/**
 * The answer as the events of the Responses API: items are added, filled and done one after another.
 * Source: https://developers.openai.com/api/docs/guides/streaming-responses
 */
export class ResponsesWriter implements AnswerWriter {
  readonly #head: Head;
  readonly #body: ResponsesBody;
  readonly #clock: Clock;
  readonly #output: Item[] = [];
  readonly #functions: ReturnType<typeof functionsByName>;
  #sequence = 0;
  #open: OpenItem | undefined;
  #hasRefused = false;
  /** The answer, once the stream has ended. */
  ended: ReturnType<typeof responseObject> | undefined;

  constructor(head: Head, body: ResponsesBody, clock: Clock) {
    this.#head = head;
    this.#body = body;
    this.#functions = functionsByName(body.tools);
    this.#clock = clock;
  }

  begin(): string {
    const response = responseObject(this.#head, this.#body, { output: [] });
    return this.#event('response.created', { response }) + this.#event('response.in_progress', { response });
  }

  write(event: AnswerEvent): string {
    switch (event.kind) {
      case 'text':
        return this.#say('text', event.text);
      case 'refusal':
        this.#hasRefused = true;
        return this.#say('refusal', event.text);
      case 'reasoning':
        return this.#think(event);
      case 'call':
        return this.#close('completed') + this.#call(event.call);
      case 'end':
        return this.#end(event);
    }
  }

  heartbeat(): string {
    return COMMENT;
  }

  fail(failure: ApiFailure): string {
    const { message, code, param } = openAiError(failure).error;
    return this.#event('error', { code, message, param });
  }

  #end({ finish, usage, waiting }: Extract<AnswerEvent, { kind: 'end' }>): string {
    const hasRefused = this.#hasRefused;
    const status = waiting || isIncomplete(finish, hasRefused) ? 'incomplete' : 'completed';
    const isSilent = this.#open?.kind !== 'message' && this.#output.every(({ type }) => type === 'reasoning');
    const opened = isSilent ? this.#startPart('text') : '';
    const closed = this.#close(status);
    const end = { finish, hasRefused, usage, at: Math.floor(this.#clock.now() / SECOND) };
    const response = responseObject(this.#head, this.#body, { output: this.#output, end, waiting, isStreamed: true });
    this.ended = response;
    return opened + closed + this.#event(`response.${status}`, { response });
  }

  #say(part: Said, delta: string): string {
    const isOpen = this.#open?.kind === 'message' && this.#open.part === part;
    const opened = isOpen ? '' : this.#startPart(part);
    const message = this.#open as Extract<OpenItem, { kind: 'message' }>;
    message.words += delta;
    const at = this.#partAt(message);
    return (
      opened +
      (part === 'text'
        ? this.#event('response.output_text.delta', { ...at, delta, logprobs: [] })
        : this.#event('response.refusal.delta', { ...at, delta }))
    );
  }

  /** The next part of the open message, or the first one of a new message. */
  #startPart(part: Said): string {
    const before = this.#open?.kind === 'message' ? this.#closePart(this.#open) : this.#close('completed');
    const isNew = this.#open?.kind !== 'message';
    const { id, parts } = this.#open?.kind === 'message' ? this.#open : { id: itemId('msg'), parts: [] };
    this.#open = { kind: 'message', id, parts, part, words: '' };
    const added = isNew ? this.#added(messageItem(id, [], 'in_progress')) : '';
    const at = this.#partAt(this.#open);
    return before + added + this.#event('response.content_part.added', { ...at, part: partOf(part, '') });
  }

  #closePart(message: Extract<OpenItem, { kind: 'message' }>): string {
    const { part, words } = message;
    const at = this.#partAt(message);
    const whole = partOf(part, words);
    message.parts.push(whole);
    return (
      (part === 'text'
        ? this.#event('response.output_text.done', { ...at, text: words, logprobs: [] })
        : this.#event('response.refusal.done', { ...at, refusal: words })) +
      this.#event('response.content_part.done', { ...at, part: whole })
    );
  }

  /** A thought is one item. `native` closes it; one that nobody can read has no words. */
  #think({ text, native }: ReasoningPart): string {
    const words = text === '' ? '' : this.#thought(text);
    if (!native) return words;
    const opened = this.#open?.kind === 'thought' ? '' : this.#startThought();
    return words + opened + this.#close('completed', native);
  }

  #thought(delta: string): string {
    const opened = this.#open?.kind === 'thought' ? '' : this.#startThought();
    const thought = this.#open as Extract<OpenItem, { kind: 'thought' }>;
    const at = this.#summaryAt(thought.id);
    const begun =
      thought.words === ''
        ? this.#event('response.reasoning_summary_part.added', { ...at, part: summaryPart('') })
        : '';
    thought.words += delta;
    return opened + begun + this.#event('response.reasoning_summary_text.delta', { ...at, delta });
  }

  #startThought(): string {
    const closed = this.#close('completed');
    this.#open = { kind: 'thought', id: itemId('rs'), words: '' };
    return closed + this.#added(reasoningItem(this.#open.id, { text: '' }, 'in_progress'));
  }

  #closeThought({ id, words }: Extract<OpenItem, { kind: 'thought' }>): string {
    if (words === '') return '';
    const at = this.#summaryAt(id);
    return (
      this.#event('response.reasoning_summary_text.done', { ...at, text: words }) +
      this.#event('response.reasoning_summary_part.done', { ...at, part: summaryPart(words) })
    );
  }

  #close(status: string, native?: NativeThought): string {
    const open = this.#open;
    if (!open) return '';
    const filled = open.kind === 'message' ? this.#closePart(open) : this.#closeThought(open);
    this.#open = undefined;
    const item =
      open.kind === 'message'
        ? messageItem(open.id, open.parts, status)
        : reasoningItem(open.id, { text: open.words, ...(native && { native: [native] }) }, 'completed');
    return filled + this.#done(item);
  }

  /** The gateway gives calls whole, so their arguments come in one piece. */
  #call(call: ToolRequest): string {
    const id = itemId('fc');
    const position = { item_id: id, ...this.#index() };
    const { name, arguments: given } = call;
    const called = this.#functions.get(name) ?? { name };
    return (
      this.#added(callItem(id, call, { status: 'in_progress', called })) +
      this.#event('response.function_call_arguments.delta', { ...position, delta: given }) +
      this.#event('response.function_call_arguments.done', { ...position, name: called.name, arguments: given }) +
      this.#done(callItem(id, call, { status: 'completed', called }))
    );
  }

  #added(item: Item): string {
    return this.#event('response.output_item.added', { ...this.#index(), item });
  }

  #done(item: Item): string {
    const event = this.#event('response.output_item.done', { ...this.#index(), item });
    this.#output.push(item);
    return event;
  }

  #index() {
    return { output_index: this.#output.length };
  }

  #partAt({ id, parts }: { id: string; parts: object[] }) {
    return { item_id: id, ...this.#index(), content_index: parts.length };
  }

  #summaryAt(id: string) {
    return { item_id: id, ...this.#index(), summary_index: 0 };
  }

  #event(type: string, fields: object): string {
    const data = { type, sequence_number: this.#sequence, ...fields };
    this.#sequence += 1;
    return frame(data, type);
  }
}
