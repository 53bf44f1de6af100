/* Requirements: ID2, ID7. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accountOf, settleAccount } from '../../../../shared/accounts/index.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { authenticateBearer } from '../../../../shared/identity/index.ts';
import { accountKeys, getItem, putItem, userKeys } from '../../../../shared/store/index.ts';
import { call, emailOf, signedIn } from '../../../support/identity.ts';
import { inIssuers, trust } from './in-issuers.ts';

const here = inIssuers();
beforeEach(() => trust(here.issuer));

let people = 0;
/** Somebody who has never been here. */
const somebody = (): string => {
  people += 1;
  return `person-${people}`;
};
const my = async (claims: Record<string, unknown>) => call('GET', '/my', { token: await here.issuer.token(claims) });
const rolesIn = async (claims: Record<string, unknown>) =>
  (await authenticateBearer(await here.issuer.token(claims))).scope.roles;

describe('whoever another issuer vouches for', () => {
  test('is a user at first sight, with a default project and an entry in the audit trail', async () => {
    const sub = somebody();
    const token = await here.issuer.token({ sub, email: ' Alice@Example.ORG', email_verified: true });
    const { status, body } = await call('GET', '/my', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'alice@example.org', roles: ['user'], tier: 'standard' });
    const projects = await call('GET', '/my/projects', { token });
    expect(projects.body.items).toMatchObject([{ id: body.default_project_id, name: 'Default', is_default: true }]);
    const audit = await call('GET', '/my/audit', { token });
    expect(audit.body.items).toMatchObject([{ action: 'registered', target: here.issuer.url }]);
  });

  test('is the same user with every token, and another than anybody else', async () => {
    const [one, other] = [somebody(), somebody()];
    const { body } = await my({ sub: one });
    expect((await my({ sub: one })).body).toEqual(body);
    expect((await my({ sub: other })).body.id).not.toBe(body.id);
  });

  test('is made once, however many requests come first', async () => {
    const token = await here.issuer.token({ sub: somebody() });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('GET', '/my', { token })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await call('GET', '/my/audit', { token })).body.items).toHaveLength(1);
  });

  test('has no e-mail address that the issuer has not verified', async () => {
    const email = 'bob@example.org';
    expect((await my({ sub: somebody(), email })).body.email).toBe('');
    expect((await my({ sub: somebody(), email, email_verified: false })).body.email).toBe('');
    expect((await my({ sub: somebody(), email, email_verified: 'true' })).body.email).toBe(email);
  });

  test('is not who registered here with the same address, verified or not, and does not take it', async () => {
    const dora = await signedIn('dora');
    const { body } = await my({ sub: somebody(), email: emailOf('dora'), email_verified: true });
    expect(body).toMatchObject({ email: emailOf('dora') });
    expect(body.id).not.toBe(dora.id);
    await my({ sub: somebody(), email: emailOf('emil'), email_verified: true });
    expect((await signedIn('emil')).session.status).toBe(200);
  });

  test('cannot sign in with a password', async () => {
    await my({ sub: somebody(), email: emailOf('frida'), email_verified: true });
    const { status } = await call('POST', '/auth/login', { body: { email: emailOf('frida'), password: 'x' } });
    expect(status).toBe(401);
  });

  test('becomes nobody’s user where a function only reads', async () => {
    const token = await here.issuer.token({ sub: somebody() });
    const { scope } = await authenticateBearer(token, { makes: false });
    expect(await getItem(userKeys.profile(scope))).toBeUndefined();
  });

  test('works with tokens signed in each of the accepted ways', async () => {
    const made = await Promise.all((['RS256', 'PS256', 'ES256'] as const).map((alg) => here.issuer.newKey(alg, alg)));
    here.issuer.published = [here.issuer.key.published, ...made.map(({ published }) => published)];
    trust(here.issuer, { emailClaim: 'mail' });
    for (const key of made) {
      const token = await here.issuer.token({ sub: somebody() }, { key });
      expect((await call('GET', '/my', { token })).status).toBe(200);
    }
  });
});

describe('roles', () => {
  const admins = { rolesClaim: 'roles', adminRoles: ['artel-admin'] };

  test('an issuer makes administrators only by the values that the settings name', async () => {
    expect(await rolesIn({ sub: somebody(), roles: ['admin', 'artel-admin'] })).toEqual(['user']);
    trust(here.issuer, admins);
    expect(await rolesIn({ sub: somebody(), roles: ['admin'] })).toEqual(['user']);
    expect(await rolesIn({ sub: somebody(), roles: ['x', 'artel-admin'] })).toEqual(['user', 'admin']);
    expect(await rolesIn({ sub: somebody(), roles: 'x artel-admin' })).toEqual(['user', 'admin']);
    expect(await rolesIn({ sub: somebody(), roles: { 'artel-admin': true } })).toEqual(['user']);
  });

  test('a role of the issuer holds as long as its token, and is not kept', async () => {
    trust(here.issuer, admins);
    const sub = somebody();
    expect(await rolesIn({ sub, roles: ['artel-admin'] })).toEqual(['user', 'admin']);
    expect(await rolesIn({ sub })).toEqual(['user']);
  });

  test('a role granted here holds beside, and so does a tier', async () => {
    const { id } = (await my({ sub: 'granted' })).body;
    const user = authenticated({ userId: id });
    expect(await accountOf(user)).toMatchObject({ roles: ['user'], tier: 'standard' });
    await putItem({ ...accountKeys.account(user), v: 1, roles: ['user', 'admin'], tier: 'pro' });
    expect(await rolesIn({ sub: 'granted' })).toEqual(['user', 'admin']);
    expect((await my({ sub: 'granted' })).body).toMatchObject({ roles: ['user', 'admin'], tier: 'pro' });
  });

  test('what stands in the profile, which most functions write, makes nobody an administrator', async () => {
    const { id } = (await my({ sub: 'raised' })).body;
    const user = authenticated({ userId: id });
    const profile = (await getItem(userKeys.profile(user)))!;
    await putItem({ ...profile, ...userKeys.profile(user), roles: ['user', 'admin'], tier: 'pro' });
    expect(await accountOf(user)).toMatchObject({ roles: ['user'], tier: 'standard' });
    const { issuer: _, ...former } = profile;
    await putItem({ ...former, ...userKeys.profile(user), roles: ['user', 'admin'], tier: 'pro' });
    expect(await rolesIn({ sub: 'raised' })).toEqual(['user']);
  });

  test('an account that an administrator settles begins like everybody’s', async () => {
    const { id } = (await my({ sub: somebody() })).body;
    expect(await settleAccount(authenticated({ userId: id }))).toMatchObject({ roles: ['user'], tier: 'standard' });
  });
});

describe('tokens as issuers write them', () => {
  test('Cognito: client_id instead of aud, and groups', async () => {
    trust(here.issuer, {
      audience: ['client'],
      audienceClaim: 'client_id',
      required: { token_use: 'access' },
      rolesClaim: 'cognito:groups',
      adminRoles: ['Admins'],
    });
    const token = { sub: somebody(), aud: undefined, client_id: 'client', token_use: 'access', username: 'alice' };
    expect(await rolesIn({ ...token, 'cognito:groups': ['Admins'] })).toEqual(['user', 'admin']);
    expect((await my({ ...token, client_id: 'another' })).status).toBe(401);
    expect((await my({ ...token, client_id: undefined, aud: 'client', token_use: 'id' })).status).toBe(401);
  });

  test('Auth0: several audiences, azp, and roles under a name that is an address', async () => {
    trust(here.issuer, { rolesClaim: 'https://artel.example/roles', adminRoles: ['admin'] });
    const aud = ['https://artel.example/api', `${here.issuer.url}/userinfo`];
    const token = { sub: 'auth0|64f1', aud, azp: 'program', 'https://artel.example/roles': ['admin'] };
    expect(await rolesIn(token)).toEqual(['user', 'admin']);
    expect((await my({ ...token, aud: [`${here.issuer.url}/userinfo`] })).status).toBe(401);
  });

  test('Keycloak: roles inside realm_access, its type in a claim', async () => {
    trust(here.issuer, { rolesClaim: 'realm_access.roles', adminRoles: ['operator'], required: { typ: 'Bearer' } });
    const token = { sub: somebody(), typ: 'Bearer', azp: 'web', realm_access: { roles: ['operator'] } };
    expect(await rolesIn(token)).toEqual(['user', 'admin']);
    expect((await my({ ...token, typ: 'ID' })).status).toBe(401);
    expect(await rolesIn({ ...token, realm_access: null })).toEqual(['user']);
  });

  test('Entra: keys without an algorithm, no jti, app roles', async () => {
    const key = await here.issuer.newKey('entra');
    const { alg: _, ...published } = key.published;
    here.issuer.published = [published];
    trust(here.issuer, { adminRoles: ['Artel.Admin'], jwksUrl: `${here.issuer.url}/keys` });
    const claims = { sub: somebody(), jti: undefined, uti: 'x', ver: '2.0', roles: ['Artel.Admin'] };
    const token = await here.issuer.token(claims, { key });
    expect((await authenticateBearer(token)).scope.roles).toEqual(['user', 'admin']);
    here.issuer.published = [here.issuer.key.published];
  });
});

describe('signing out', () => {
  const out = (token: string) => call('POST', '/auth/logout', { token });

  test('denies that token from the next request on, and no other of the same person', async () => {
    const sub = somebody();
    const [token, other] = [await here.issuer.token({ sub }), await here.issuer.token({ sub })];
    expect((await call('GET', '/my', { token })).status).toBe(200);
    expect((await out(token)).status).toBe(204);
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await call('GET', '/my', { token: other })).status).toBe(200);
    const { body } = await call('GET', '/my/audit', { token: other });
    expect(body.items[0]).toMatchObject({ action: 'signed_out' });
  });

  test('denies a token without a jti by its person and its second', async () => {
    const iat = Math.floor(Date.now() / 1_000);
    const claims = { sub: somebody(), jti: undefined };
    const token = await here.issuer.token({ ...claims, iat: iat - 1 });
    expect((await out(token)).status).toBe(204);
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await my({ ...claims, iat })).status).toBe(200);
  });

  test('takes any characters of a jti, and only a token that is good', async () => {
    const token = await here.issuer.token({ sub: somebody(), jti: `#/${'ж'.repeat(200)}` });
    expect((await out(token)).status).toBe(204);
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await out(`${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
  });

  test('is remembered until the token would have ended', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 7_200;
    const token = await here.issuer.token({ sub: somebody(), exp });
    const { scope, credential } = await authenticateBearer(token);
    await out(token);
    expect((await getItem(userKeys.revoked(scope, credential)))?.expires_at).toBe(exp + 60);
  });
});

test('a service that trusts nobody else refuses them in the same words', async () => {
  trust({ ...here.issuer, url: 'https://somebody-else.example' });
  const answer = await my({ sub: somebody() });
  expect(answer).toMatchObject({ status: 401, body: { detail: (await call('GET', '/my')).body.detail } });
});
