import type { ApiFailure } from './api-failure.ts';
import type { AnswerEvent } from './completion.ts';

/** Writes one streamed answer in an API's own events. Each method returns the text to send now. */
export type AnswerWriter = {
  begin(): string;
  write(event: AnswerEvent): string;
  /** Keeps the connection alive while there is nothing to send. */
  heartbeat(): string;
  /** Ends the stream with an error. */
  fail(failure: ApiFailure): string;
};

/** One server-sent event. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const frame = (data: unknown, event?: string): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

/** A comment, which readers of server-sent events skip. */
export const COMMENT = ': keep-alive\n\n';
