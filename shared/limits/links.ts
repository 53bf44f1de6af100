import { TooManyRequests } from '../core/errors.ts';
import { pointerKeys } from '../store/index.ts';
import { countAttempt, secondsUntil } from './attempts.ts';
import { networkHash } from './network.ts';

/** Mails to one address, whoever asks for them: enough for somebody who looks in the wrong folder first. */
export const MAILS_LIMIT = 5;
/** Requests for mails from one network, to whatever addresses. */
export const MAIL_REQUESTS_LIMIT = 30;
/** Links that one network may try: they cannot be guessed, so this only bounds the work. */
export const LINKS_LIMIT = 60;

const admit = async (key: Parameters<typeof countAttempt>[0], limit: number, now: number): Promise<void> => {
  const until = await countAttempt(key, limit, now);
  if (until === undefined) return;
  throw new TooManyRequests('Too many requests of this kind.', { retryAfter: secondsUntil(until, now) });
};

/**
 * Counts a request for a mail, or refuses it with 429. By hash of the address, registered or not: the answer tells nobody
 * which it is.
 */
export const admitMail = async (
  { emailHash, sourceIp }: { emailHash: string; sourceIp: string },
  now: number,
): Promise<void> => {
  await admit(pointerKeys.mailsFrom(networkHash(sourceIp)), MAIL_REQUESTS_LIMIT, now);
  await admit(pointerKeys.mailsTo(emailHash), MAILS_LIMIT, now);
};

/** Counts the use of a link, or refuses it with 429. */
export const admitLink = (sourceIp: string, now: number): Promise<void> =>
  admit(pointerKeys.linksFrom(networkHash(sourceIp)), LINKS_LIMIT, now);
