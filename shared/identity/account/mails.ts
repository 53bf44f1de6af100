import { HOUR, MINUTE } from '../../core/clock.ts';
import type { Mail } from '../../platform/mail.ts';
import { LINK_LIFE } from '../links/link.ts';
import { linkTo } from './settings.ts';

const duration = (milliseconds: number): string =>
  milliseconds < HOUR ? `${milliseconds / MINUTE} minutes` : `${milliseconds / HOUR} hours`;

const text = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;
const once = (life: number): string => `The link works once, within ${duration(life)}.`;
const NOT_YOU = 'If this was not you, there is nothing to do: without the link nothing happens.';

/** To the address that is to be confirmed. */
export const confirmationMail = (to: string, token: string): Mail => ({
  to,
  subject: 'Confirm your e-mail address',
  text: text(
    'Somebody has registered with this e-mail address. If it was you, confirm it:',
    linkTo('confirm', token),
    once(LINK_LIFE.confirm),
    NOT_YOU,
  ),
});

/** To the new address. */
export const emailChangeMail = (to: string, token: string): Mail => ({
  to,
  subject: 'Confirm your new e-mail address',
  text: text(
    'Somebody wants to use this e-mail address for their account from now on. If it was you, confirm it:',
    linkTo('confirm', token),
    once(LINK_LIFE.email),
    NOT_YOU,
  ),
});

/** To the former address. */
export const emailChangedMail = (to: string): Mail => ({
  to,
  subject: 'Your e-mail address was changed',
  text: text(
    'Your account has another e-mail address from now on, which was confirmed. This one does not sign in any more.',
    'If this was not you, turn to the administrator of this service at once.',
  ),
});

export const passwordChangedMail = (to: string): Mail => ({
  to,
  subject: 'Your password was changed',
  text: text(
    'The password of your account was changed, and whoever was signed in elsewhere is signed out.',
    'If this was not you, ask for a new password on the sign-in page at once.',
  ),
});

export const resetMail = (to: string, token: string): Mail => ({
  to,
  subject: 'Choose a new password',
  text: text(
    'Somebody has asked for a new password for the account with this e-mail address. If it was you, choose one:',
    linkTo('reset', token),
    once(LINK_LIFE.reset),
    NOT_YOU,
  ),
});

export const invitationMail = (to: string, token: string, life: number): Mail => ({
  to,
  subject: 'You are invited',
  text: text(
    'You are invited to register with this e-mail address:',
    linkTo('invitation', token),
    once(life),
    'If you did not expect this, there is nothing to do.',
  ),
});
