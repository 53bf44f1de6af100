import { Defect, Forbidden } from '../../core/errors.ts';
import { optional, required } from '../../platform/configuration.ts';
import { sendsMail } from '../../platform/mail.ts';

const MODES = ['open', 'invited', 'closed'] as const;
export type RegistrationMode = (typeof MODES)[number];

/** Closed where the deployment does not say. */
export const registrationMode = (): RegistrationMode => {
  const text = optional('registration') ?? 'closed';
  const mode = MODES.find((one) => one === text);
  if (!mode) throw new Defect(`Registration cannot be "${text}".`);
  return mode;
};

/** Whether nobody signs in before their e-mail address is confirmed. */
export const confirmationRequired = (): boolean => optional('confirmEmail') === 'true';

/** Refuses what takes a mail, for every account alike. */
export const requireMail = (): void => {
  if (sendsMail()) return;
  throw new Forbidden('This deployment sends no mails. Ask its administrator.');
};

/** Where a link in a mail leads. What it is for stands in the fragment, which browsers send to no server. */
export const linkTo = (what: 'confirm' | 'reset' | 'invitation', token: string): string =>
  `${required('linkPage')}#${what}=${token}`;
