/* Requirements: ID2, ID10. */
import { errors } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { Unavailable } from '../../../../shared/core/errors.ts';
import { issuerSchema } from '../../../../shared/core/issuers.ts';
import { createEgress, type EgressFetch, hostList } from '../../../../shared/egress/index.ts';
import { IssuerKeys } from '../../../../shared/identity/issuers/keys.ts';
import { AUDIENCE, type OidcIssuer, startOidcIssuer } from '../../../support/oidc-issuer.ts';

let issuer: OidcIssuer;
let now: number;
let keys: IssuerKeys;
const clock = { now: () => now };
const fetch = createEgress({ allowed: hostList('127.0.0.1'), own: hostList() });
const keysOf = (settings: Record<string, unknown> = {}) =>
  new IssuerKeys(issuerSchema.parse({ issuer: issuer.url, audience: [AUDIENCE], ...settings }), { fetch, clock });

beforeEach(async () => {
  issuer = await startOidcIssuer();
  now = Date.parse('2026-11-21T12:00:00Z');
  keys = keysOf();
});
afterEach(() => issuer.stop());

const fetches = (): number => issuer.asked.filter((path) => path === '/keys').length;
const knows = async (kid: string): Promise<boolean> => {
  const published = await keys.among(kid);
  try {
    await published({ alg: 'RS256', kid }, { payload: '', signature: '' });
    return true;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return false;
    throw error;
  }
};

describe('the keys of an issuer', () => {
  test('are found by its discovery document, and kept for ten minutes', async () => {
    expect(await knows('first')).toBe(true);
    now += 9 * MINUTE;
    expect(await knows('first')).toBe(true);
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
    now += 2 * MINUTE;
    expect(await knows('first')).toBe(true);
    expect(fetches()).toBe(2);
  });

  test('are found where the settings say', async () => {
    keys = keysOf({ jwksUrl: `${issuer.url}/keys` });
    expect(await knows('first')).toBe(true);
    expect(issuer.asked).toEqual(['/keys']);
  });

  test('of a discovery document that names another issuer are not believed', async () => {
    issuer.answer = (path, response) => {
      if (path === '/keys') return false;
      response.end(JSON.stringify({ issuer: 'https://evil.example', jwks_uri: `${issuer.url}/keys` }));
      return true;
    };
    await expect(keys.among('first')).rejects.toBeInstanceOf(Unavailable);
  });

  test('are fetched once for many who wait', async () => {
    await Promise.all(Array.from({ length: 20 }, () => knows('first')));
    expect(fetches()).toBe(1);
  });

  test('a key that is new is found at once, and one that is withdrawn is believed for ten minutes at most', async () => {
    expect(await knows('first')).toBe(true);
    const second = await issuer.newKey('second');
    issuer.published = [second.published];
    now += 10 * SECOND;
    expect(await knows('second')).toBe(true);
    expect(await knows('first')).toBe(false);
  });

  test('are asked for again at most every ten seconds, whatever keys are invented', async () => {
    for (let time = 0; time < 50; time += 1) expect(await knows(`invented ${time}`)).toBe(false);
    expect(fetches()).toBe(1);
    now += 10 * SECOND;
    for (let time = 0; time < 50; time += 1) await knows(`invented ${time}`);
    expect(fetches()).toBe(2);
  });

  test('stay in force for an hour while the issuer is down, and no longer', async () => {
    expect(await knows('first')).toBe(true);
    issuer.answer = (_, response) => Boolean(response.destroy());
    now += 59 * MINUTE;
    expect(await knows('first')).toBe(true);
    await expect(keys.among('second')).rejects.toBeInstanceOf(Unavailable);
    now += MINUTE;
    await expect(keys.among('first')).rejects.toMatchObject({ status: 503, retryAfter: 10 });
    issuer.answer = undefined;
    now += HOUR;
    expect(await knows('first')).toBe(true);
  });

  const broken: Record<string, NonNullable<OidcIssuer['answer']>> = {
    'an error': (_, response) => Boolean(response.writeHead(500).end('{}')),
    'no JSON': (_, response) => Boolean(response.end('<html>')),
    'no keys': (_, response) => Boolean(response.end('{"keys": "none"}')),
    'a hundred keys': (_, response) =>
      Boolean(response.end(JSON.stringify({ keys: Array.from({ length: 100 }, () => ({ kty: 'RSA' })) }))),
    'a megabyte': (_, response) => Boolean(response.end(`{"keys": [], "x": "${'x'.repeat(1024 * 1024)}"}`)),
    'a redirect to good keys': (_, response) =>
      Boolean(response.writeHead(302, { location: `${issuer.url}/elsewhere` }).end()),
  };
  test.each(Object.keys(broken))('are not taken from an answer with %s', async (what) => {
    issuer.answer = (path, response) => {
      if (path === '/elsewhere') return Boolean(response.end(JSON.stringify({ keys: issuer.published })));
      return path === '/keys' && broken[what]!(path, response);
    };
    await expect(keys.among('first')).rejects.toBeInstanceOf(Unavailable);
  });

  test('of an issuer that is slow are waited for five seconds, and for nobody whose key is known', async () => {
    const asked: (number | undefined)[] = [];
    const impatient: EgressFetch = (url, init, limits) => {
      asked.push(limits?.timeoutMs);
      return fetch(url, init, { ...limits, timeoutMs: issuer.answer ? 20 : 5_000 });
    };
    const settings = issuerSchema.parse({ issuer: issuer.url, audience: [AUDIENCE] });
    keys = new IssuerKeys(settings, { fetch: impatient, clock });
    expect(await knows('first')).toBe(true);
    issuer.answer = () => true;
    now += MINUTE;
    const waiting = keys.among('second');
    expect(await knows('first')).toBe(true);
    await expect(waiting).rejects.toBeInstanceOf(Unavailable);
    expect(new Set(asked)).toEqual(new Set([5_000]));
  });

  test('that verify nothing are left out: shared secrets, keys for encryption, keys without a name', async () => {
    const { kid: _, ...nameless } = (await issuer.newKey('x')).published;
    issuer.published = [
      { kty: 'oct', k: 'c2VjcmV0', kid: 'shared' },
      { ...(await issuer.newKey('sealing')).published, use: 'enc' },
      nameless,
      issuer.key.published,
    ];
    expect([await knows('shared'), await knows('sealing'), await knows('first')]).toEqual([false, false, true]);
  });

  test('of an address that is not public are not fetched, unless its host is allowed', async () => {
    const strict = createEgress({ allowed: hostList(), own: hostList() });
    const settings = issuerSchema.parse({ issuer: issuer.url, audience: [AUDIENCE] });
    await expect(new IssuerKeys(settings, { fetch: strict, clock }).among('first')).rejects.toBeInstanceOf(Unavailable);
    expect(issuer.asked).toEqual([]);
  });
});
