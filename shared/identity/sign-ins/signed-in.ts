import type { Identity } from '../../core/identity.ts';
import { beganAt } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { authKeys, type Condition, type Write } from '../../store/index.ts';
import { notSignedIn } from '../not-signed-in.ts';

/** A person at one of their sign-ins. */
export type SignedIn = { user: UserScope; family: string };

export const signedInAs = ({ scope, family }: Identity): SignedIn => {
  if (family === undefined) throw notSignedIn('no sign-in of this service');
  return { user: scope, family };
};

const hasNotEnded = 'attribute_exists(#pk)';
const wasNotCutOff = '(attribute_not_exists(#ended_before) or #ended_before < :began or #spared = :family)';

/**
 * Conditions of a change that only a standing sign-in may make, even if it was ended after its token was checked: one on
 * the sign-in itself, one on the credentials.
 *
 *     a thief      token checked ──────────────────────── sets a password: refused
 *     the owner                     ends all other sign-ins
 */
export const stillSignedIn = ({ user, family }: SignedIn): Write => ({
  check: authKeys.refresh(user, family),
  when: hasNotEnded,
});

export const notCutOff = ({ family }: SignedIn): Required<Condition> => ({
  when: wasNotCutOff,
  values: { began: beganAt(family) ?? 0, family },
});
