import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, epochSeconds, MINUTE, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { isId } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { authKeys, SCHEMA_VERSION, transact, userKeys } from '../../store/index.ts';
import { ACCESS_TOKEN_AGE } from '../access-token.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { closeSockets } from '../sockets.ts';
import { cut, cutoffAt, denial } from './cutoff.ts';
import { notCutOff, type SignedIn, stillSignedIn } from './signed-in.ts';

type Facts = { origin: Origin; clock?: Clock | undefined };

const stands = 'attribute_exists(#pk)';
const isNew = 'attribute_not_exists(#pk)';

/** Ends one sign-in of a person, from the next request on, and closes its sockets. */
export const endSignIn = async (user: UserScope, id: string, { origin, clock = systemClock }: Facts): Promise<void> => {
  const missing = (): NotFound => new NotFound('There is no such sign-in.');
  if (!isId('fam', id)) throw missing();
  const now = clock.now();
  const expires_at = epochSeconds(now + ACCESS_TOKEN_AGE + MINUTE);
  const outcome = await transact([
    { remove: authKeys.refresh(user, id), when: stands },
    { put: { ...userKeys.revoked(user, id), v: SCHEMA_VERSION, expires_at } },
    { put: auditItem(user, 'sign_in_ended', { ...origin, target: id }, now), when: isNew },
  ]);
  if (!outcome.ok) throw missing();
  log.info('sign-in ended', { user_id: user.userId, family: id });
  await closeSockets(user, { family: id });
};

/** Ends all sign-ins of a person but the one they ask with. */
export const endOtherSignIns = async (who: SignedIn, { origin, clock = systemClock }: Facts): Promise<void> => {
  const { user, family } = who;
  const now = clock.now();
  const cutoff = cutoffAt(now, family);
  const ended = cut(cutoff);
  const standing = notCutOff(who);
  const outcome = await transact([
    stillSignedIn(who),
    {
      update: `set ${ended.set}${ended.remove}`,
      key: authKeys.credentials(user),
      when: `${stands} and ${standing.when}`,
      values: { ...standing.values, ...ended.values },
    },
    denial(user, cutoff, { now, tokenAge: ACCESS_TOKEN_AGE }),
    { put: auditItem(user, 'sign_ins_ended', origin, now), when: isNew },
  ]);
  if (!outcome.ok) throw notSignedIn('the sign-in was ended meanwhile');
  log.info('other sign-ins ended', { user_id: user.userId, family });
  await closeSockets(user, { otherThan: family });
};
