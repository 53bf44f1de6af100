import { type Account, BEGINNER } from '../../accounts/index.ts';
import type { Identity } from '../../core/identity.ts';
import type { Issuer } from '../../core/issuers.ts';
import { authenticated } from '../../core/scope.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { requireUnlocked, standingOf } from '../standing.ts';
import { configuredIssuers } from './configured.ts';
import { defaultProjectOf } from './ids.ts';
import { IssuerKeys } from './keys.ts';
import { welcome } from './newcomer.ts';
import { issuerNamedIn } from './text.ts';
import { type Issued, verifyIssued } from './verify.ts';

/** Of each issuer that is configured; other settings of the same one are another entry. */
const keysOf = new Map<Issuer, IssuerKeys>();

/** What another issuer's token says; `undefined` if it is of none that is configured. Whoever asks checks whether it is denied. */
export const readIssued = async (token: string, now: number): Promise<Issued | undefined> => {
  const issuers = configuredIssuers();
  if (issuers.length === 0) return undefined;
  const named = issuerNamedIn(token);
  const issuer = issuers.find((one) => one.issuer === named);
  if (!issuer) return undefined;
  const keys = keysOf.get(issuer) ?? new IssuerKeys(issuer);
  keysOf.set(issuer, keys);
  return verifyIssued(token, { issuer, keys, now });
};

/**
 * The identity of another issuer's token. Its roles hold as long as it does, beside those granted here. `makes`: whether
 * somebody who is new becomes a user; a function that only reads cannot make one, and has nothing to show them.
 */
export const authenticateIssued = async (
  issued: Issued,
  { makes, now }: { makes: boolean; now: number },
): Promise<Identity> => {
  const { userId, credential, signedInAt, expiresAt } = issued;
  const user = authenticated({ userId });
  const projectId = defaultProjectOf(userId);
  const { account = BEGINNER, denied } = await standingOf(user, [credential], now);
  if (denied) throw notSignedIn('revoked token');
  requireUnlocked(account);
  if (makes) await welcome(user, issued, { projectId, now });
  const scope = authenticated({ userId, roles: rolesOf(account, issued) });
  return { scope, projectId, via: 'token', credential, tier: account.tier, signedInAt, expiresAt };
};

const rolesOf = ({ roles }: Account, { isAdministrator }: Issued) =>
  isAdministrator && !roles.includes('admin') ? [...roles, 'admin' as const] : roles;
