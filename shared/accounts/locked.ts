import { Forbidden } from '../core/errors.ts';

/** The end of what the agents of a locked account have begun. */
export const accountLocked = (): Forbidden => new Forbidden('This account is locked, so nothing more is done for it.');
