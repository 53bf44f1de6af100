import { Unavailable } from '../core/errors.ts';

/** No command can be run at the moment; the same may be tried again. */
export class SandboxUnavailable extends Unavailable {}

/** This wall does not run such a command; the message says what would. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}
