import type { ModelEvent } from '../gateway/index.ts';
import type { ApiFailure } from './api-failure.ts';

/** Writes one streamed answer in an API's own events: each method gives the text that goes out now. */
export type AnswerWriter = {
  begin(): string;
  write(event: ModelEvent): string;
  /** Shows that the connection lives while there is nothing to say. */
  heartbeat(): string;
  /** After it nothing comes any more. */
  fail(failure: ApiFailure): string;
};

/** One server-sent event. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const frame = (data: unknown, event?: string): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

/** A comment, which every reader of server-sent events skips. */
export const COMMENT = ': still there\n\n';
