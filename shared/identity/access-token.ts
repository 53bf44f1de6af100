import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { MINUTE, SECOND } from '../core/clock.ts';
import { isUserId } from '../core/ids.ts';
import type { Role } from '../core/scope.ts';
import { notSignedIn } from './not-signed-in.ts';
import { ALGORITHM } from './signing/key-set.ts';
import { signingKey } from './signing/signing-keys.ts';
import { verifyingKey } from './signing/verifying-keys.ts';
import { readPlainly } from './token-text.ts';

export const ISSUER = 'artel';
export const AUDIENCE = 'artel';
export const ACCESS_TOKEN_AGE = 15 * MINUTE;

/** RFC 9068: a token for another purpose (an id token, say) must not pass for an access token. */
const TYPE = 'at+jwt';

export type AccessClaims = {
  userId: string;
  roles: Role[];
  /** Default project. */
  projectId: string;
  /** The sign-in it came from. */
  family: string;
  jti: string;
  /** Milliseconds. */
  expiresAt: number;
};

export const issueAccessToken = async (
  { userId, roles, projectId, family }: Omit<AccessClaims, 'jti' | 'expiresAt'>,
  now: number,
): Promise<string> => {
  const { kid, key } = await signingKey();
  const seconds = Math.floor(now / SECOND);
  return await new SignJWT({ roles, prj: projectId, fam: family })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_AGE / SECOND)
    .setJti(crypto.randomUUID())
    .sign(key);
};

/**
 * The claims of a valid token; every other token is refused in the same words. We fix algorithm, type, issuer and audience,
 * never the token (RFC 8725). The caller checks whether the token was revoked.
 */
export const verifyAccessToken = async (token: string, now: number): Promise<AccessClaims> => {
  const { kid } = readPlainly(token);
  const key = await verifyingKey(kid);
  if (!key) throw notSignedIn('unknown kid');
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'jti', 'iat', 'nbf', 'exp'],
      currentDate: new Date(now),
    }));
  } catch (cause) {
    throw notSignedIn('the token does not verify', cause);
  }
  return claimsOf(payload);
};

const keyPart = /^[A-Za-z0-9_-]{1,64}$/;
const isRole = (role: unknown): role is Role => role === 'user' || role === 'admin';
const fits = (pattern: RegExp, value: unknown): value is string => typeof value === 'string' && pattern.test(value);

const claimsOf = ({ sub, jti, exp, roles, prj, fam, aud }: JWTPayload): AccessClaims => {
  const good =
    typeof sub === 'string' && isUserId(sub) && fits(keyPart, jti) && fits(keyPart, prj) && fits(keyPart, fam);
  if (!good || aud !== AUDIENCE || !Array.isArray(roles) || roles.length === 0 || !roles.every(isRole)) {
    throw notSignedIn('the token lacks a claim');
  }
  return { userId: sub, roles, projectId: prj, family: fam, jti, expiresAt: Number(exp) * SECOND };
};
