import { CompactSign, generateSecret, importJWK, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { issueAccessToken } from '../../../shared/identity/access-token.ts';
import { newSigningKey } from '../../../shared/identity/index.ts';
import { call, signedIn } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';
import type { Answer } from '../../support/rest.ts';

/* Requirements: ID4, ID10. */

const here = inIdentity();

let alice: Awaited<ReturnType<typeof signedIn>>;
let key: JWK;
beforeAll(async () => {
  alice = await signedIn('alice');
  key = JSON.parse(here.identity.keys.text()).keys[0];
});

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const now = () => Math.floor(Date.now() / 1000);

type Changes = { claims?: Record<string, unknown>; header?: Record<string, unknown>; key?: JWK };

/** Alice's own claims under the real key, with something changed. */
const signed = async ({ claims = {}, header = {}, key: other }: Changes = {}): Promise<string> => {
  const payload = Object.entries({ ...claimsOf(alice.token), ...claims }).filter(([, value]) => value !== undefined);
  return await new SignJWT(Object.fromEntries(payload))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(await importJWK(other ?? key, 'ES256'));
};

/** Signs exactly this text, which no library would write. */
const signedText = async (payload: string): Promise<string> =>
  await new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
    .sign(await importJWK(key, 'ES256'));

const flipped = (token: string, part: number): string => {
  const parts = token.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
};

const forgeries: Record<string, () => Promise<string>> = {
  'alg none': async () => new UnsecuredJWT(claimsOf(alice.token)).encode(),
  'alg none with the right kid': async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: key.kid })).toString('base64url');
    return `${header}.${alice.token.split('.')[1]}.`;
  },
  'an HMAC made with the public key as its secret': async () => {
    const secret = Buffer.from(JSON.stringify({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }));
    return await new SignJWT(claimsOf(alice.token))
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.kid ?? '' })
      .sign(secret);
  },
  'an HMAC made with a secret of one’s own': async () =>
    await new SignJWT(claimsOf(alice.token))
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.kid ?? '' })
      .sign(await generateSecret('HS256')),
  'another issuer': () => signed({ claims: { iss: 'https://evil.example.org' } }),
  'no issuer': () => signed({ claims: { iss: undefined } }),
  'another audience': () => signed({ claims: { aud: 'somebody-else' } }),
  'several audiences': () => signed({ claims: { aud: ['artel', 'somebody-else'] } }),
  'a time that has passed': () => signed({ claims: { exp: now() - 1 } }),
  'no end': () => signed({ claims: { exp: undefined } }),
  'a time that is yet to come': () => signed({ claims: { nbf: now() + 60 } }),
  'no subject': () => signed({ claims: { sub: undefined } }),
  'an empty subject': () => signed({ claims: { sub: '' } }),
  'a subject that reaches into a key': () => signed({ claims: { sub: `${alice.id}#PRJ#x` } }),
  'a subject that is no text': () => signed({ claims: { sub: 7 } }),
  'no jti': () => signed({ claims: { jti: undefined } }),
  'no roles': () => signed({ claims: { roles: [] } }),
  'an invented role': () => signed({ claims: { roles: ['emperor'] } }),
  'no family': () => signed({ claims: { fam: undefined } }),
  'another type': () => signed({ header: { typ: 'JWT' } }),
  'a key of one’s own under the known kid': async () => signed({ key: await newSigningKey() }),
  'an unknown kid': () => signed({ header: { kid: 'unknown' } }),
  'no kid': () => signed({ header: { kid: undefined } }),
  'its own key in its header': async () => {
    const { d: _, ...jwk } = await newSigningKey();
    return signed({ header: { kid: undefined, jwk } });
  },
  'a claim twice': async () => {
    const text = JSON.stringify(claimsOf(alice.token));
    return signedText(`${text.slice(0, -1)},"sub":"00000000000000000000000000"}`);
  },
  'a claim twice, the good one last': async () => {
    const text = JSON.stringify(claimsOf(alice.token));
    return signedText(`{"roles":["admin"],${text.slice(1)}`);
  },
  'a payload that is no object': () => signedText('"alice"'),
  'a payload that is no JSON': () => signedText('{'),
  'changed claims': async () => {
    const [header, , signature] = alice.token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(alice.token), roles: ['admin'] })).toString('base64url');
    return `${header}.${claims}.${signature}`;
  },
  'a changed header': async () => flipped(alice.token, 0),
  'a changed signature': async () => flipped(alice.token, 2),
  'another spelling of the same signature': async () => {
    const last = alice.token.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return `${alice.token.slice(0, -1)}${alphabet[alphabet.indexOf(last) + 1]}`;
  },
  'no signature': async () => `${alice.token.split('.').slice(0, 2).join('.')}.`,
  'two parts': async () => alice.token.split('.').slice(0, 2).join('.'),
  'four parts': async () => `${alice.token}.x`,
  'more than 8 KB': () => signed({ claims: { padding: 'x'.repeat(8 * 1024) } }),
  'no token at all': async () => 'x',
};

const words = ({ status, body }: Answer) => ({
  status,
  detail: body.detail,
  error_code: body.error_code,
  errors: body.errors,
});

describe('an access token', () => {
  test('an access token opens its user’s resources', async () => {
    expect((await call('GET', '/my', { token: alice.token })).body.id).toBe(alice.id);
    expect((await call('GET', '/my', { token: await signed() })).status).toBe(200);
  });

  test.each(Object.keys(forgeries))('an access token is refused with %s, always in the same words', async (name) => {
    const token = (await forgeries[name]?.()) ?? '';
    const answer = await call('GET', '/my', { token });
    expect(words(answer)).toEqual(words(await call('GET', '/my')));
    expect(answer.status).toBe(401);
    expect(answer.text).not.toMatch(/kid|alg|signature|claim/i);
  });

  test('an access token has the claims of RFC 9068, and lives fifteen minutes', () => {
    const { exp, iat, nbf, ...claims } = claimsOf(alice.token);
    expect(exp - iat).toBe(900);
    expect(nbf).toBe(iat);
    expect(claims).toEqual({
      iss: 'artel',
      aud: 'artel',
      sub: alice.id,
      jti: expect.any(String),
      roles: ['user'],
      prj: expect.stringMatching(/^prj_/),
      fam: expect.stringMatching(/^fam_/),
    });
  });

  test('an access token is refused at the second it expires', async () => {
    const token = await issueAccessToken(
      { userId: alice.id, roles: ['user'], projectId: 'prj_x', family: 'fam_x' },
      Date.now() - 15 * 60_000,
    );
    expect((await call('GET', '/my', { token })).status).toBe(401);
  });
});

describe('the signing keys', () => {
  test('the signing keys are published without their private parts', async () => {
    const answer = await call('GET', '/auth/.well-known/jwks.json');
    expect(answer.body).toEqual({
      keys: [{ kty: 'EC', crv: 'P-256', x: key.x, y: key.y, kid: key.kid, use: 'sig', alg: 'ES256' }],
    });
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    const again = await call('GET', '/auth/.well-known/jwks.json', {
      headers: { 'If-None-Match': answer.headers.etag ?? '' },
    });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  test('rotating the signing keys signs no one out: the new key signs at once, the old one still verifies', async () => {
    await here.identity.keys.rotate();
    // Past the ten seconds in which the secret is not read again for an unknown kid.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    const [newest, former] = JSON.parse(here.identity.keys.text()).keys;
    expect(former.kid).toBe(key.kid);
    const token = await signed({ key: newest, header: { kid: newest.kid } });
    expect((await call('GET', '/my', { token })).status).toBe(200);
    expect((await call('GET', '/my', { token: alice.token })).status).toBe(200);
    expect((await call('GET', '/auth/.well-known/jwks.json')).body.keys).toHaveLength(2);
    vi.useRealTimers();
  });

  test('signing keys that were rotated out no longer verify anything', async () => {
    await here.identity.keys.rotate();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
    expect((await call('GET', '/my', { token: alice.token })).status).toBe(401);
    vi.useRealTimers();
  });

  test('the signing keys rotate once even if each step is repeated', async () => {
    const [before] = JSON.parse(here.identity.keys.text()).keys;
    await here.identity.keys.rotate(3);
    const after = JSON.parse(here.identity.keys.text()).keys;
    expect(after).toHaveLength(2);
    expect(after[1]).toEqual(before);
  });
});
