import { auditItem, type Origin, recordAudit } from '../../audit/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../../core/clock.ts';
import { secretText } from '../../core/digest.ts';
import { admitLink, admitMail, unlockSignIn } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import { handOver } from '../../platform/mail.ts';
import { authKeys, getItem, pointerKeys, putItem, transact, userKeys } from '../../store/index.ts';
import { ACCESS_TOKEN_AGE } from '../access-token.ts';
import { findCredentials, unchangedSince } from '../credentials/credentials.ts';
import { emailHash, normalizedEmail } from '../email.ts';
import { LINK_LIFE, newLink, openLink, voidLink } from '../links/link.ts';
import { ownerOf } from '../owner.ts';
import { hashPassword } from '../password/hash.ts';
import { refuseFaulty } from '../password/refused.ts';
import { cut, cutoffAt, denial } from '../sign-ins/cutoff.ts';
import { closeSockets } from '../sockets.ts';
import { passwordChangedMail, resetMail } from './mails.ts';
import { postAfterwards } from './post.ts';
import { requireMail } from './settings.ts';

type Facts = { origin: Origin; clock?: Clock | undefined };

const isNew = 'attribute_not_exists(#pk)';
const exists = 'attribute_exists(#pk)';
const isTheirs = '#user_id = :user';
/** Of an item that nobody has: the write is tried and does nothing. */
const ofNobody = 'attribute_exists(#pk)';

/**
 * Mails a link by which the owner of an address sets a new password. Whether there is an account makes no difference to the
 * answer or to the time it takes: the same is read, written and handed over, for nobody in vain.
 */
export const requestReset = async (
  address: string,
  { origin, clock = systemClock }: Facts,
): Promise<{ expires_in: number }> => {
  requireMail();
  const email = normalizedEmail(address);
  const now = clock.now();
  await admitMail({ emailHash: emailHash(email), sourceIp: origin.sourceIp }, now);
  const user = ownerOf(await getItem(pointerKeys.email(emailHash(email))));
  const credentials = await findCredentials(user);
  const { token, item } = newLink(user, { kind: 'reset', email, serial: credentials?.serial }, now);
  await Promise.all([
    putItem(item, { when: credentials ? isNew : ofNobody }),
    handOver(credentials && resetMail(email, token)),
    credentials && recordAudit(user, 'password_reset_requested', origin, now),
  ]);
  log.info('password reset requested', { email_hash: emailHash(email), source_ip: origin.sourceIp });
  return { expires_in: LINK_LIFE.reset / SECOND };
};

/**
 * Sets a new password by a link, and ends all sign-ins. That the link was read shows that the address is theirs. A lock for
 * failed sign-ins ends too, or the owner could not use the new password. The address has to be theirs still:
 *
 *     a request    finds whose it is ───────────────────── reads the serial ── mails the link, to the former address
 *     the owner                       changes the address
 */
export const resetPassword = async (
  { token, password: next }: { token: string; password: string },
  { origin, clock = systemClock }: Facts,
): Promise<void> => {
  await admitLink(origin.sourceIp, clock.now());
  const { user, link, use } = await openLink(token, ['reset'], clock.now());
  refuseFaulty(next, link.email);
  const password = await hashPassword(next);
  const now = clock.now();
  const cutoff = cutoffAt(now);
  const ended = cut(cutoff);
  const unchanged = unchangedSince(link.serial);
  const outcome = await transact([
    use,
    {
      update: `set #password = :password, #serial = :next, #confirmed_at = :at, ${ended.set}${ended.remove}`,
      key: authKeys.credentials(user),
      when: unchanged.when,
      values: { ...unchanged.values, ...ended.values, password, next: secretText(), at: isoTime(now) },
    },
    {
      update: 'set #email_confirmed_at = :at',
      key: userKeys.profile(user),
      when: exists,
      values: { at: isoTime(now) },
    },
    {
      check: pointerKeys.email(emailHash(link.email)),
      when: isTheirs,
      values: { user: user.userId },
    },
    denial(user, cutoff, { now, tokenAge: ACCESS_TOKEN_AGE }),
    { put: auditItem(user, 'password_reset', origin, now), when: isNew },
  ]);
  if (!outcome.ok) throw voidLink();
  log.info('password reset', { user_id: user.userId, source_ip: origin.sourceIp });
  await unlockSignIn({ emailHash: emailHash(link.email), sourceIp: origin.sourceIp });
  await closeSockets(user, { otherThan: undefined });
  await postAfterwards(passwordChangedMail(link.email));
};
