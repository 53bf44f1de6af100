import { sha256 } from '../core/digest.ts';
import { Locked, TooManyRequests } from '../core/errors.ts';
import { getItem, pointerKeys } from '../store/index.ts';
import { countFailure, forgiveFailures, lockedUntil, secondsUntil } from './failures.ts';

/** Of one account. Counted by hash of the e-mail address, whether or not it is registered. */
export const ACCOUNT_LIMIT = 5;
/** Of one network address, over all accounts: someone trying one password on many. */
export const ADDRESS_LIMIT = 30;

export type SignInAttempt = { emailHash: string; sourceIp: string };

const keysOf = ({ emailHash, sourceIp }: SignInAttempt) => ({
  account: pointerKeys.signIn(emailHash),
  address: pointerKeys.address(sha256(`address:${sourceIp}`)),
});

const locked = (until: number, now: number): Locked =>
  new Locked('Too many failed sign-ins. This account is locked for a while.', { retryAfter: secondsUntil(until, now) });

/** Refuses an attempt on a locked account with 423, and one from an address that failed too often with 429. */
export const admitSignIn = async (attempt: SignInAttempt, now: number): Promise<void> => {
  const { account, address } = keysOf(attempt);
  const [accountUntil, addressUntil] = await Promise.all([
    lockedUntil(account, ACCOUNT_LIMIT, now),
    lockedUntil(address, ADDRESS_LIMIT, now),
  ]);
  if (accountUntil !== undefined) throw locked(accountUntil, now);
  if (addressUntil !== undefined) {
    throw new TooManyRequests('Too many failed sign-ins from this address.', {
      retryAfter: secondsUntil(addressUntil, now),
    });
  }
};

export const signInFailed = async (attempt: SignInAttempt, now: number): Promise<void> => {
  const { account, address } = keysOf(attempt);
  await Promise.all([countFailure(account, ACCOUNT_LIMIT, now), countFailure(address, ADDRESS_LIMIT, now)]);
};

/** The password was right. Still refused if the account was locked while it was being checked. */
export const signInSucceeded = async (attempt: SignInAttempt, now: number): Promise<void> => {
  const { account } = keysOf(attempt);
  if ((await forgiveFailures(account, ACCOUNT_LIMIT, now)) === 'forgiven') return;
  const until = Number((await getItem(account))?.until ?? now);
  throw locked(until, now);
};
