import { Unprocessable } from '../core/errors.ts';

/** Of one request. Its size, 1 MB, is limited for all functions alike. */
export const MOST_MESSAGES = 500;
export const MOST_TOOLS = 128;

export const checkCount = (messages: readonly unknown[]): void => {
  if (messages.length > MOST_MESSAGES) {
    throw new Unprocessable(`A request has at most ${MOST_MESSAGES} messages; this one has ${messages.length}.`);
  }
};
