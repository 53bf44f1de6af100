import { errors, jwtVerify, SignJWT } from 'jose';
import { DAY, SECOND } from '../core/clock.ts';
import { Unauthorized } from '../core/errors.ts';
import { ISSUER } from './access-token.ts';
import { ALGORITHM } from './signing/key-set.ts';
import { signingKey } from './signing/signing-keys.ts';
import { verifyingKey } from './signing/verifying-keys.ts';
import { readPlainly } from './token-text.ts';

/** After its last sign-in or refresh. As long as a key that signed it is sure to be published. */
export const DEVICE_AGE = 30 * DAY;

/** Neither type nor audience of an access token: it opens nothing. */
const TYPE = 'device+jwt';
const AUDIENCE = 'artel/devices';

/**
 * Says that somebody signed in to the account with this e-mail on this device. Whoever brings it still needs the password,
 * but is not held up by the failures of strangers. A renewed one names the same device.
 */
export const issueDeviceToken = async (
  { emailHash, device }: { emailHash: string; device?: string | undefined },
  now: number,
): Promise<string> => {
  const { kid, key } = await signingKey();
  const seconds = Math.floor(now / SECOND);
  return await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(emailHash)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + DEVICE_AGE / SECOND)
    .setJti(device ?? crypto.randomUUID())
    .sign(key);
};

/** The device a token names, if it is one of this account. Any other text is the same as none. */
export const deviceOf = async (
  text: string | undefined,
  emailHash: string,
  now: number,
): Promise<string | undefined> => {
  if (!text) return undefined;
  const key = await keyOf(text);
  if (!key) return undefined;
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      subject: emailHash,
      requiredClaims: ['jti', 'exp'],
      currentDate: new Date(now),
    });
    return payload.jti;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const keyOf = async (text: string) => {
  try {
    // Reading the signing key sees to it that there are published ones.
    await signingKey();
    return await verifyingKey(readPlainly(text).kid);
  } catch (error) {
    if (error instanceof Unauthorized) return undefined;
    throw error;
  }
};
