import { accountItem, directoryItem, NEW_ACCOUNT } from '../accounts/index.ts';
import { auditItem, type Origin } from '../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { newId, newUserId } from '../core/ids.ts';
import { authenticated } from '../core/scope.ts';
import { admitRegistration } from '../limits/index.ts';
import { log } from '../observability/log.ts';
import { projectItem } from '../projects/index.ts';
import { authKeys, pointerKeys, SCHEMA_VERSION, transact, userKeys } from '../store/index.ts';
import { confirmationMail } from './account/mails.ts';
import { postAfterwards } from './account/post.ts';
import { confirmationRequired } from './account/settings.ts';
import { emailHash, normalizedEmail } from './email.ts';
import { acceptInvitation, voidInvitation } from './invitations/accept.ts';
import { newLink } from './links/link.ts';
import { hashPassword } from './password/hash.ts';
import { refuseFaulty } from './password/refused.ts';
import { type StoredProfile, type User, userOf } from './profile.ts';

export type Registration = { email: string; password: string; displayName?: string; invitation?: string };

const notTaken = 'attribute_not_exists(#pk)';

/**
 * Creates a user with a default project, all or nothing, so an e-mail address is never taken by half a user. An invitation
 * is used up with it. Where addresses have to be confirmed, a link is mailed, unless the invitation came by such a mail.
 */
export const register = async (input: Registration, origin: Origin, clock: Clock = systemClock): Promise<User> => {
  const email = normalizedEmail(input.email);
  refuseFaulty(input.password, email);
  await admitRegistration(origin.sourceIp, clock.now());
  const invitation = await acceptInvitation(input.invitation, { email, now: clock.now() });
  const hash = await hashPassword(input.password);
  const now = clock.now();
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const confirmed = invitation?.provesAddress ? isoTime(now) : undefined;
  const profile: StoredProfile = {
    user_id: user.userId,
    email,
    display_name: input.displayName,
    email_confirmed_at: confirmed,
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  const v = SCHEMA_VERSION;
  const pointer = { ...pointerKeys.email(emailHash(email)), v, user_id: user.userId };
  const link = confirmed || !confirmationRequired() ? undefined : newLink(user, { kind: 'confirm', email }, now);
  const target = invitation?.id;
  const outcome = await transact([
    { put: pointer, when: notTaken },
    { put: { ...userKeys.profile(user), v, ...profile }, when: notTaken },
    { put: accountItem(user, NEW_ACCOUNT), when: notTaken },
    { put: directoryItem(user), when: notTaken },
    { put: { ...authKeys.credentials(user), v, password: hash, confirmed_at: confirmed }, when: notTaken },
    { put: projectItem(user, project, now), when: notTaken },
    { put: auditItem(user, 'registered', { ...origin, ...(target !== undefined && { target }) }, now), when: notTaken },
    ...(link ? [{ put: link.item, when: notTaken }] : []),
    ...(invitation ? [invitation.use] : []),
  ]);
  if (!outcome.ok) throw outcome.lost.includes(POINTER) ? taken() : voidInvitation();
  log.info('registered', { user_id: user.userId, source_ip: origin.sourceIp });
  if (link) await postAfterwards(confirmationMail(email, link.token));
  return userOf({ ...profile, ...NEW_ACCOUNT });
};

const POINTER = 0;
const taken = (): Conflict => new Conflict('This e-mail address is registered already.');
