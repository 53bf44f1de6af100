import { type Clock, SECOND } from '../../core/clock.ts';
import type { ModelEvent, ToolRequest } from '../../gateway/index.ts';
import type { ApiFailure } from '../api-failure.ts';
import { type AnswerWriter, COMMENT, frame } from '../writer.ts';
import type { Head } from './chat-answer.ts';
import { openAiError } from './error.ts';
import {
  callItem,
  type Item,
  isIncomplete,
  itemId,
  messageItem,
  responseObject,
  textPart,
} from './responses-object.ts';
import type { ResponsesBody } from './responses-request.ts';

type OpenMessage = { id: string; text: string };

/**
 * The answer as the events of the Responses API: items are added, filled and done one after another.
 * Source: https://developers.openai.com/api/docs/guides/streaming-responses
 */
export class ResponsesWriter implements AnswerWriter {
  readonly #head: Head;
  readonly #body: ResponsesBody;
  readonly #clock: Clock;
  readonly #output: Item[] = [];
  #sequence = 0;
  #message: OpenMessage | undefined;

  constructor(head: Head, body: ResponsesBody, clock: Clock) {
    this.#head = head;
    this.#body = body;
    this.#clock = clock;
  }

  begin(): string {
    const response = responseObject(this.#head, this.#body, { output: [] });
    return this.#event('response.created', { response }) + this.#event('response.in_progress', { response });
  }

  write(event: ModelEvent): string {
    switch (event.kind) {
      case 'text':
        return this.#text(event.text);
      case 'call':
        return this.#closeMessage('completed') + this.#call(event.call);
      case 'end': {
        const { finish, usage } = event;
        const status = isIncomplete(finish) ? 'incomplete' : 'completed';
        const opened = this.#output.length === 0 ? this.#openMessage().opened : '';
        const closed = this.#closeMessage(status);
        const end = { finish, usage, at: Math.floor(this.#clock.now() / SECOND) };
        const response = responseObject(this.#head, this.#body, { output: this.#output, end });
        return opened + closed + this.#event(`response.${status}`, { response });
      }
    }
  }

  heartbeat(): string {
    return COMMENT;
  }

  fail(failure: ApiFailure): string {
    const { message, code, param } = openAiError(failure).error;
    return this.#event('error', { code, message, param });
  }

  #text(delta: string): string {
    const { message, opened } = this.#openMessage();
    message.text += delta;
    const { id } = message;
    return opened + this.#event('response.output_text.delta', { ...this.#position(id), delta, logprobs: [] });
  }

  #openMessage(): { message: OpenMessage; opened: string } {
    if (this.#message) return { message: this.#message, opened: '' };
    const id = itemId('msg');
    this.#message = { id, text: '' };
    const opened =
      this.#event('response.output_item.added', { ...this.#index(), item: messageItem(id, '', 'in_progress') }) +
      this.#event('response.content_part.added', { ...this.#position(id), part: textPart('') });
    return { message: this.#message, opened };
  }

  #closeMessage(status: string): string {
    const message = this.#message;
    if (!message) return '';
    this.#message = undefined;
    const { id, text } = message;
    const item = messageItem(id, text, status);
    const events =
      this.#event('response.output_text.done', { ...this.#position(id), text, logprobs: [] }) +
      this.#event('response.content_part.done', { ...this.#position(id), part: textPart(text) }) +
      this.#event('response.output_item.done', { ...this.#index(), item });
    this.#output.push(item);
    return events;
  }

  /** The gateway gives calls whole, so their arguments come in one piece. */
  #call(call: ToolRequest): string {
    const id = itemId('fc');
    const position = { item_id: id, ...this.#index() };
    const { name, arguments: given } = call;
    const item = callItem(id, call, 'completed');
    const events =
      this.#event('response.output_item.added', { ...this.#index(), item: callItem(id, call, 'in_progress') }) +
      this.#event('response.function_call_arguments.delta', { ...position, delta: given }) +
      this.#event('response.function_call_arguments.done', { ...position, name, arguments: given }) +
      this.#event('response.output_item.done', { ...this.#index(), item });
    this.#output.push(item);
    return events;
  }

  #index() {
    return { output_index: this.#output.length };
  }

  #position(item: string) {
    return { item_id: item, ...this.#index(), content_index: 0 };
  }

  #event(type: string, fields: object): string {
    const data = { type, sequence_number: this.#sequence, ...fields };
    this.#sequence += 1;
    return frame(data, type);
  }
}
