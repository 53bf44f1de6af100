import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../../core/clock.ts';
import { secretText } from '../../core/digest.ts';
import { Conflict } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { admitLink } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import {
  authKeys,
  type Outcome,
  pointerKeys,
  SCHEMA_VERSION,
  transact,
  userKeys,
  type Write,
} from '../../store/index.ts';
import { unchangedSince } from '../credentials/credentials.ts';
import { emailHash } from '../email.ts';
import { type Link, openLink, voidLink } from '../links/link.ts';
import { findProfile } from '../profile.ts';
import { confirmationWrites } from './confirmation.ts';
import { emailChangedMail } from './mails.ts';
import { postAfterwards } from './post.ts';

type Opened = { user: UserScope; link: Link; use: Write };
type Facts = { origin: Origin; now: number };

/** Uses up a link that was mailed to an address, and tells which address is confirmed by it. */
export const confirmEmail = async (
  token: string,
  { origin, clock = systemClock }: { origin: Origin; clock?: Clock | undefined },
): Promise<{ email: string }> => {
  const now = clock.now();
  await admitLink(origin.sourceIp, now);
  const opened = await openLink(token, ['confirm', 'email'], now);
  await (opened.link.kind === 'email' ? changeEmail : confirm)(opened, { origin, now });
  return { email: opened.link.email };
};

const confirm = async ({ user, use }: Opened, { origin, now }: Facts): Promise<void> => {
  const outcome = await transact([
    use,
    ...confirmationWrites(user, now),
    { put: auditItem(user, 'email_confirmed', origin, now), when: isNew },
  ]);
  if (!outcome.ok) throw voidLink();
  log.info('e-mail confirmed', { user_id: user.userId, source_ip: origin.sourceIp });
};

const isNew = 'attribute_not_exists(#pk)';
const isTheirs = '#user_id = :user';
const stillHasIt = 'attribute_exists(#pk) and #email = :former';

/**
 * The address changes hands in one transaction: at no time does it belong to two people, and at no time has the person none.
 *
 *     alice     confirms c@   ── takes the pointer of c@, gives back that of a@
 *     bob       registers c@  ───────────── finds the pointer taken: 409
 */
const changeEmail = async ({ user, link, use }: Opened, { origin, now }: Facts): Promise<void> => {
  const former = (await findProfile(user))?.email;
  if (former === undefined) throw voidLink();
  const pointer = { ...pointerKeys.email(emailHash(link.email)), v: SCHEMA_VERSION, user_id: user.userId };
  const outcome = await transact([
    use,
    { put: pointer, when: isNew },
    { remove: pointerKeys.email(emailHash(former)), when: isTheirs, values: { user: user.userId } },
    changedCredentials(user, link, now),
    {
      update: 'set #email = :email, #email_confirmed_at = :at',
      key: userKeys.profile(user),
      when: stillHasIt,
      values: { email: link.email, former, at: isoTime(now) },
    },
    { put: auditItem(user, 'email_changed', origin, now), when: isNew },
  ]);
  if (!outcome.ok) throw lost(outcome);
  log.info('e-mail changed', { user_id: user.userId, source_ip: origin.sourceIp });
  await postAfterwards(emailChangedMail(former));
};

const changedCredentials = (user: UserScope, { serial }: Link, now: number): Write => {
  const { when, values } = unchangedSince(serial);
  return {
    update: 'set #confirmed_at = :at, #serial = :next',
    key: authKeys.credentials(user),
    when,
    values: { ...values, at: isoTime(now), next: secretText() },
  };
};

const POINTER = 1;
const lost = ({ lost: places }: Extract<Outcome, { ok: false }>) =>
  places.includes(POINTER) ? new Conflict('This e-mail address is registered already.') : voidLink();
