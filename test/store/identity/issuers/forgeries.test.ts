/* Requirements: ID2, ID10. */
import { CompactSign, type CryptoKey, exportSPKI, generateSecret, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { call } from '../../../support/identity.ts';
import { startOidcIssuer } from '../../../support/oidc-issuer.ts';
import type { Answer } from '../../../support/rest.ts';
import { inIssuers } from './in-issuers.ts';

const here = inIssuers({ required: { token_use: 'access' } });

const now = () => Math.floor(Date.now() / 1_000);
const good = { token_use: 'access' };
const signed = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
  here.issuer.token({ ...good, ...claims }, { header });
const claims = () => here.issuer.claims(good);
const kid = 'first';

/** Signs exactly this text. */
const signedText = (text: string): Promise<string> =>
  new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'RS256', kid }).sign(here.issuer.key.secret);

const changed = async (part: number): Promise<string> => {
  const parts = (await signed()).split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
};

const hmac = async (secret: Uint8Array | CryptoKey): Promise<string> =>
  await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid }).sign(secret);

const forgeries: Record<string, () => Promise<string>> = {
  'alg none': async () => new UnsecuredJWT(claims()).encode(),
  'alg none with the right kid': async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    return `${header}.${(await signed()).split('.')[1]}.`;
  },
  'an HMAC made with the public key, as JSON, as its secret': () =>
    hmac(Buffer.from(JSON.stringify(here.issuer.key.published))),
  'an HMAC made with the public key, as PEM, as its secret': async () => {
    const key = (await importJWK(here.issuer.key.published, 'RS256', { extractable: true })) as CryptoKey;
    return hmac(Buffer.from(await exportSPKI(key)));
  },
  'an HMAC made with a secret of one’s own': async () => hmac((await generateSecret('HS256')) as CryptoKey),
  'an algorithm that is not accepted': async () => {
    const key = await importJWK({ ...here.issuer.key.published }, 'RS512');
    expect(key).toBeDefined();
    return signed({}, { alg: 'RS512' }).catch(async () => {
      const [, body, signature] = (await signed()).split('.');
      const header = Buffer.from(JSON.stringify({ alg: 'RS512', kid })).toString('base64url');
      return `${header}.${body}.${signature}`;
    });
  },
  'an issuer that is not trusted': () => signed({ iss: 'https://evil.example.org' }),
  'the issuer with a slash more': () => signed({ iss: `${here.issuer.url}/` }),
  'the service’s own issuer': () => signed({ iss: 'artel', aud: 'artel' }),
  'several issuers': () => signed({ iss: [here.issuer.url] }),
  'no issuer': () => signed({ iss: undefined }),
  'another audience': () => signed({ aud: 'somebody-else' }),
  'no audience': () => signed({ aud: undefined }),
  'its audience in another claim': () => signed({ aud: undefined, client_id: 'https://artel.example/api' }),
  'a time that has passed': () => signed({ exp: now() - 11 }),
  'no end': () => signed({ exp: undefined }),
  'an end that is no number': () => signed({ exp: 'tomorrow' }),
  'an end in two days': () => signed({ exp: now() + 2 * 86_400 }),
  'a time that is yet to come': () => signed({ nbf: now() + 60 }),
  'an issue that is yet to come': () => signed({ iat: now() + 60 }),
  'no issue': () => signed({ iat: undefined }),
  'no subject': () => signed({ sub: undefined }),
  'an empty subject': () => signed({ sub: '' }),
  'a subject that is no text': () => signed({ sub: 7 }),
  'a subject of 300 characters': () => signed({ sub: 'x'.repeat(300) }),
  'without a claim that has to be there': () => signed({ token_use: undefined }),
  'another use': () => signed({ token_use: 'id' }),
  'the marks of an id token': () => signed({ at_hash: 'x' }),
  'another type': () => signed({}, { typ: 'logout+jwt' }),
  'a critical extension': () => signed({}, { crit: ['b64'], b64: true }),
  'a key of one’s own under the known kid': async () => here.issuer.token(good, { key: await here.issuer.newKey(kid) }),
  'an unknown kid': () => signed({}, { kid: 'unknown' }),
  'no kid': () => signed({}, { kid: undefined }),
  'its own key in its header': async () => {
    const key = await here.issuer.newKey('mine');
    return here.issuer.token(good, { key, header: { jwk: key.published } });
  },
  'the address of its own keys in its header': async () => {
    const other = await startOidcIssuer();
    const token = await other.token({ ...good, iss: here.issuer.url }, { header: { jku: `${other.url}/keys` } });
    await other.stop();
    return token;
  },
  'a claim twice': () => signedText(`${JSON.stringify(claims()).slice(0, -1)},"sub":"bob"}`),
  'a claim twice, spelled differently': () => signedText(`{"s\\u0075b":"bob",${JSON.stringify(claims()).slice(1)}`),
  'a claim twice, deep inside': () =>
    signedText(`{"realm_access":{"roles":[],"roles":["admin"]},${JSON.stringify(claims()).slice(1)}`),
  'a payload that is no object': () => signedText('"alice"'),
  'a payload that is a list': () => signedText('[]'),
  'a payload that is no JSON': () => signedText('{'),
  'changed claims': async () => {
    const [header, , signature] = (await signed()).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims(), sub: 'bob' })).toString('base64url');
    return `${header}.${body}.${signature}`;
  },
  'a changed header': () => changed(0),
  'a changed signature': () => changed(2),
  'no signature': async () => `${(await signed()).split('.').slice(0, 2).join('.')}.`,
  'two parts': async () => (await signed()).split('.').slice(0, 2).join('.'),
  'four parts': async () => `${await signed()}.x`,
  'five parts, as if it were encrypted': async () => `${await signed()}.x.y`,
  'more than 8 KB': () => signed({ padding: 'x'.repeat(8 * 1024) }),
};

const words = ({ status, body }: Answer) => ({ status, detail: body.detail, error_code: body.error_code });

describe('a token of another issuer', () => {
  test('opens its user’s resources', async () => {
    expect((await call('GET', '/my', { token: await signed() })).status).toBe(200);
    expect((await call('GET', '/my', { token: await signed({}, { typ: 'at+jwt' }) })).status).toBe(200);
  });

  test('may be for others, too, and be spelled with blanks', async () => {
    const text = JSON.stringify({ ...claims(), aud: ['account', 'https://artel.example/api'] }, null, 2);
    expect((await call('GET', '/my', { token: await signedText(text) })).status).toBe(200);
  });

  test.each(Object.keys(forgeries))('is refused with %s, in the same words as any other', async (name) => {
    const token = (await forgeries[name]?.()) ?? '';
    const answer = await call('GET', '/my', { token });
    expect(words(answer)).toEqual(words(await call('GET', '/my')));
    expect(answer.status).toBe(401);
    expect(answer.text).not.toMatch(/kid|alg|signature|claim|issuer/i);
  });
});
