import { Locked, TooManyRequests } from '../core/errors.ts';
import { type Key, pointerKeys } from '../store/index.ts';
import { admitAttempt, type Refusal } from './admission.ts';
import { attemptFailed, forgetAttempts, forgiveAttempts, giveBackAttempt, secondsUntil } from './attempts.ts';
import { networkHash } from './network.ts';

/** Of one account, from one network address or from one known device. By hash of the e-mail, registered or not. */
export const ACCOUNT_LIMIT = 5;
/** Of one account, from all unknown devices together: someone with many addresses. */
export const STRANGERS_LIMIT = 30;
/** Of one network address, over all accounts: someone trying one password on many. */
export const ADDRESS_LIMIT = 30;

/** `device` names one on which this account has signed in before. */
export type SignInAttempt = { emailHash: string; sourceIp: string; device?: string | undefined };

type Count = { key: Key; limit: number; of: 'account' | 'address' };

/**
 * What an attempt counts against, in this order. A known device counts by itself: whatever strangers do, from wherever,
 * the owner gets in from there.
 */
const countsOf = ({ emailHash, sourceIp, device }: SignInAttempt): [Count, ...Count[]] => {
  const of = 'account';
  if (device !== undefined) return [{ key: pointerKeys.signInDevice(emailHash, device), limit: ACCOUNT_LIMIT, of }];
  const network = networkHash(sourceIp);
  return [
    { key: pointerKeys.signInFrom(emailHash, network), limit: ACCOUNT_LIMIT, of },
    { key: pointerKeys.address(network), limit: ADDRESS_LIMIT, of: 'address' },
    { key: pointerKeys.signIn(emailHash), limit: STRANGERS_LIMIT, of },
  ];
};

const refusal = (refused: Refusal, { of }: Count, now: number): Locked | TooManyRequests => {
  if (refused.kind === 'undecided')
    return new TooManyRequests('Too many sign-ins at the same time.', { retryAfter: 1 });
  const retryAfter = secondsUntil(refused.until, now);
  return of === 'account'
    ? new Locked('Too many failed sign-ins. This account is locked for a while.', { retryAfter })
    : new TooManyRequests('Too many failed sign-ins from this address.', { retryAfter });
};

/**
 * Counts an attempt before its password is looked at, or refuses it: with 423 on a locked account, with 429 from an address
 * that failed too often. A refused attempt counts nowhere. One that has to wait for others holds its places before that
 * one, and those it waits for hold that one too: the order of the counts leads to no circle.
 */
export const admitSignIn = async (attempt: SignInAttempt, now: number): Promise<void> => {
  const counted: Count[] = [];
  for (const count of countsOf(attempt)) {
    const refused = await admitAttempt(count.key, { limit: count.limit, now });
    if (refused === undefined) {
      counted.push(count);
      continue;
    }
    await Promise.all(counted.map(({ key }) => giveBackAttempt(key)));
    throw refusal(refused, count, now);
  }
};

/** The password was wrong. As many writes for an account that exists as for one that does not. */
export const signInFailed = async (attempt: SignInAttempt, now: number): Promise<void> => {
  await Promise.all(countsOf(attempt).map(({ key, limit }) => attemptFailed(key, limit, now)));
};

/** The password was right: earlier failures from here are forgiven, and the attempt counts against nobody. */
export const signInSucceeded = async (attempt: SignInAttempt): Promise<void> => {
  const [own, ...shared] = countsOf(attempt);
  await Promise.all([forgiveAttempts(own.key), ...shared.map(({ key }) => giveBackAttempt(key))]);
};

/** The owner has set a new password: nothing that failed before keeps them out of the account. */
export const unlockSignIn = async (attempt: SignInAttempt): Promise<void> => {
  const ofAccount = countsOf(attempt).filter(({ of }) => of === 'account');
  await Promise.all(ofAccount.map(({ key }) => forgetAttempts(key)));
};
