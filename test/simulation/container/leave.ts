import { systemClock } from '../../../shared/core/clock.ts';
import { authenticated, type UserScope } from '../../../shared/core/scope.ts';
import { leave as leaveFor } from '../../../shared/identity/account/leave.ts';
import { findCredentials, unchangedSince } from '../../../shared/identity/credentials/credentials.ts';
import { newFamily } from '../../../shared/identity/family.ts';
import { notSignedIn } from '../../../shared/identity/not-signed-in.ts';
import { findProfileToSignIn } from '../../../shared/identity/profile.ts';
import { requireStanding } from '../../../shared/identity/standing.ts';
import { authKeys, transact } from '../../../shared/store/index.ts';
import { statusOf } from './status.ts';

const origin = { sourceIp: '203.0.113.7', userAgent: 'simulation', requestId: 'leave' };

/** Somebody signs in, but for the password and the signatures of tokens, and leaves. */
export const leave = (userId: string): Promise<{ status: number }> =>
  statusOf(async () => {
    const user = authenticated({ userId });
    const family = await signedIn(user);
    const { tier } = await requireStanding(user, [family], systemClock.now());
    const identity = { scope: user, projectId: '', via: 'token', credential: family, family, tier } as const;
    await leaveFor(identity, { confirm: userId }, { origin });
    return 202;
  });

const signedIn = async (user: UserScope): Promise<string> => {
  const credentials = await findCredentials(user);
  const profile = credentials && (await findProfileToSignIn(user));
  if (!profile) throw notSignedIn('there is nobody of this name');
  const now = systemClock.now();
  const { token, item } = newFamily(user, { began: now, now, hints: { device: 'none', network: 'none' } });
  const outcome = await transact([
    { put: item, when: 'attribute_not_exists(#pk)' },
    { check: authKeys.credentials(user), ...unchangedSince(credentials.serial) },
  ]);
  if (!outcome.ok) throw notSignedIn('they leave at the same time');
  return token.family;
};
