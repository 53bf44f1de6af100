import { Unprocessable } from '../core/errors.ts';

/** Of one request in any tier. Each user's tier allows as many or fewer; the size of the body is limited by its route. */
export const MAX_MESSAGES = 2_000;
export const MAX_TOOLS = 128;

export const checkCount = (messages: readonly unknown[]): void => {
  if (messages.length > MAX_MESSAGES) {
    throw new Unprocessable(`A request has at most ${MAX_MESSAGES} messages; this one has ${messages.length}.`);
  }
};
