import { type JWTPayload, jwtVerify } from 'jose';
import { DAY, SECOND } from '../../core/clock.ts';
import type { Issuer } from '../../core/issuers.ts';
import { notSignedIn } from '../not-signed-in.ts';
import { emailIn, hasRequired, isAdministrator, isForUs } from './claims.ts';
import { credentialOf, userIdOf } from './ids.ts';
import type { IssuerKeys } from './keys.ts';
import { readIssuedText } from './text.ts';

/** Signatures with a public key only: one that is checked with a shared secret could be made with what is published. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256'];
/** Clocks that differ. */
const TOLERANCE = 10 * SECOND;
/** The longest that a token may still live: until then it has to be remembered that somebody signed out. */
const MAX_LIFE = DAY + TOLERANCE;
/** Of an access token; RFC 9068 asks for the first, most issuers write the second, some nothing. */
const TYPES: readonly unknown[] = ['at+jwt', 'application/at+jwt', 'JWT', undefined];
/** Only id tokens have them: what a person showed a program, and not what they let it do. */
const OF_ID_TOKENS = ['at_hash', 'c_hash'];

export type Issued = {
  issuer: string;
  userId: string;
  email: string | undefined;
  isAdministrator: boolean;
  credential: string;
  /** When they signed in, or got this token where it does not say. Milliseconds. */
  signedInAt: number;
  /** Milliseconds. */
  expiresAt: number;
};

/** What a valid token says; every other one is refused in the same words as ours are. */
export const verifyIssued = async (
  token: string,
  { issuer, keys, now }: { issuer: Issuer; keys: IssuerKeys; now: number },
): Promise<Issued> => {
  const { header } = readIssuedText(token);
  if (typeof header.kid !== 'string') throw notSignedIn('the token names no key');
  if (!TYPES.includes(header.typ)) throw notSignedIn('the token is of another type');
  if ('crit' in header) throw notSignedIn('the token asks for an extension');
  if (!ALGORITHMS.includes(String(header.alg))) throw notSignedIn('the token is signed with another algorithm');
  const published = await keys.among(header.kid);
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, published, {
      algorithms: ALGORITHMS,
      issuer: issuer.issuer,
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: new Date(now),
      clockTolerance: TOLERANCE / SECOND,
    }));
  } catch (cause) {
    throw notSignedIn('the token does not verify', cause);
  }
  return issuedBy(issuer, payload, now);
};

const subject = /^[\x20-\x7e]{1,255}$/;

const issuedBy = (issuer: Issuer, claims: JWTPayload, now: number): Issued => {
  const { sub, jti, iat = 0, exp = 0 } = claims;
  if (typeof sub !== 'string' || !subject.test(sub)) throw notSignedIn('the token has no subject');
  if (!isForUs(claims, issuer)) throw notSignedIn('the token is for somebody else');
  if (!hasRequired(claims, issuer)) throw notSignedIn('the token lacks a claim that its issuer has to make');
  if (OF_ID_TOKENS.some((name) => name in claims)) throw notSignedIn('an id token');
  if (iat * SECOND > now + TOLERANCE) throw notSignedIn('the token was issued in the future');
  if (exp * SECOND > now + MAX_LIFE) throw notSignedIn('the token lives too long');
  return {
    issuer: issuer.issuer,
    userId: userIdOf(issuer.issuer, sub),
    email: emailIn(claims, issuer),
    isAdministrator: isAdministrator(claims, issuer),
    credential: credentialOf({ iss: issuer.issuer, sub, ...(typeof jti === 'string' && { jti }), iat }),
    signedInAt: (typeof claims.auth_time === 'number' ? claims.auth_time : iat) * SECOND,
    expiresAt: exp * SECOND,
  };
};
