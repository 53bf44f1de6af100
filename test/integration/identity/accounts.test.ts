import { describe, expect, test, vi } from 'vitest';
import type { LocalMail } from '../../../infra/local/services/ses/outbox.ts';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { tokenIn } from '../../support/mailbox.ts';

/* Requirements: ID13. */

const here = inArtel();

const OTHER_PASSWORD = 'an entirely different phrase';
const send = <T = Record<string, unknown>>(method: string, path: string, body?: object) =>
  request<T>(here.artel.cloud.url, method, path, body);
const login = (email: string, password = PASSWORD) =>
  send<{ access_token: string }>('POST', '/auth/login', { email, password });

/** Mails are sent by a function of their own: one to this address with this subject will come. */
const mailTo = (to: string, subject: string): Promise<LocalMail> =>
  vi.waitFor(
    () => {
      const mail = here.artel.cloud.mails.find((one) => one.to.includes(to) && one.subject === subject);
      if (!mail) throw new Error(`No mail "${subject}" has come to ${to}.`);
      return mail;
    },
    { timeout: 20_000, interval: 50 },
  );

const makeAdministrator = (person: Person): Promise<void> =>
  here.operator.put({ pk: `ACCOUNT#${person.id}`, sk: 'ACCOUNT', v: 1, roles: ['user', 'admin'], tier: 'standard' });

describe('accounts as they are deployed, each function within its own role', () => {
  test('a person who is invited by mail registers with what stands in it, and is confirmed', async () => {
    const root = await here.artel.register('root');
    await makeAdministrator(root);
    const authorization = `Bearer ${(await login(root.email)).body.access_token}`;
    const wanted = { email: 'dora@example.com' };
    const invitation = await root.call('POST', '/admin/invitations', wanted, { authorization });
    expect(invitation).toMatchObject({ status: 201, body: { mailed: true } });
    const mail = await mailTo('dora@example.com', 'You are invited');
    expect(mail).toMatchObject({ from: 'artel@localhost.localdomain' });
    expect(mail.text).toContain(`${here.artel.cloud.url}/console/link#invitation=`);
    const account = { email: 'dora@example.com', password: PASSWORD, invitation: tokenIn(mail.text) };
    expect((await send('POST', '/auth/register', account)).status).toBe(201);
    expect((await send('POST', '/auth/register', { ...account, email: 'erin@example.com' })).status).toBe(422);
    const session = await login('dora@example.com');
    const own = await request(here.artel.cloud.url, 'GET', '/my', undefined, {
      authorization: `Bearer ${session.body.access_token}`,
    });
    expect(own.body.email_confirmed).toBe(true);
  });

  test('invitations are listed and withdrawn', async () => {
    const root = await here.artel.register('root');
    await makeAdministrator(root);
    const authorization = `Bearer ${(await login(root.email)).body.access_token}`;
    const { body } = await root.call<{ id: string; link: string }>('POST', '/admin/invitations', {}, { authorization });
    expect(body.link).toMatch(/#invitation=inv_/);
    const listed = await root.call<{ items: { id: string }[] }>('GET', '/admin/invitations', undefined, {
      authorization,
    });
    expect(listed.body.items.map(({ id }) => id)).toContain(body.id);
    const withdrawn = await root.call('DELETE', `/admin/invitations/${body.id}`, undefined, { authorization });
    expect(withdrawn.status).toBe(204);
  });

  test('a forgotten password is set anew by the mailed link, and ends all sign-ins', async () => {
    const bob = await here.artel.register('bob');
    expect((await send('POST', '/auth/reset', { email: bob.email })).status).toBe(202);
    expect((await send('POST', '/auth/reset', { email: 'nobody@example.com' })).status).toBe(202);
    const { text } = await mailTo(bob.email, 'Choose a new password');
    const reset = await send('POST', '/auth/reset/complete', { token: tokenIn(text), password: OTHER_PASSWORD });
    expect(reset.status).toBe(204);
    expect((await bob.call('GET', '/my')).status).toBe(401);
    expect((await login(bob.email, OTHER_PASSWORD)).status).toBe(200);
    await mailTo(bob.email, 'Your password was changed');
    expect(here.artel.cloud.mails.filter(({ to }) => to.includes('nobody@example.com'))).toEqual([]);
  });

  test('a password and an e-mail address are changed, and the former address is told', async () => {
    const carol = await here.artel.register('carol');
    const change = { current_password: PASSWORD, password: OTHER_PASSWORD };
    expect((await carol.call('POST', '/auth/password', change)).status).toBe(204);
    const wanted = { email: 'carol.new@example.com', password: OTHER_PASSWORD };
    expect((await carol.call('POST', '/auth/email', wanted)).status).toBe(202);
    const { text } = await mailTo('carol.new@example.com', 'Confirm your new e-mail address');
    expect((await send('POST', '/auth/confirm', { token: tokenIn(text) })).status).toBe(200);
    expect((await carol.call('GET', '/my')).body).toMatchObject({
      email: 'carol.new@example.com',
      email_confirmed: true,
    });
    await mailTo(carol.email, 'Your e-mail address was changed');
    expect((await login('carol.new@example.com', OTHER_PASSWORD)).status).toBe(200);
  });

  test('sign-ins are listed and ended, and an API key is no way to them', async () => {
    const frank = await here.artel.register('frank');
    const phone = (await login(frank.email)).body.access_token;
    const authorization = `Bearer ${phone}`;
    const { body } = await frank.call<{ items: { id: string; current: boolean }[] }>('GET', '/my/sign-ins');
    expect(body.items.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = body.items.find(({ current }) => !current)?.id;
    expect((await frank.call('DELETE', `/my/sign-ins/${other}`)).status).toBe(204);
    expect((await frank.call('GET', '/my', undefined, { authorization })).status).toBe(401);
    await login(frank.email);
    expect((await frank.call('DELETE', '/my/sign-ins')).status).toBe(204);
    expect((await frank.call<{ items: unknown[] }>('GET', '/my/sign-ins')).body.items).toHaveLength(1);
    const key = await frank.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
    const byKey = await frank.call('GET', '/my/sign-ins', undefined, { authorization: `Bearer ${key.body.key}` });
    expect(byKey.status).toBe(403);
  });

  test('a name is changed', async () => {
    const grace = await here.artel.register('grace');
    const changed = await grace.call('PATCH', '/my', { display_name: 'Grace H.' });
    expect(changed).toMatchObject({ status: 200, body: { display_name: 'Grace H.' } });
  });

  test('the page for links is served with its own script and nothing else, and does nothing by itself', async () => {
    const page = await fetch(`${here.artel.cloud.url}/auth/link`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-[^']+';/);
    expect(await page.text()).toContain("addEventListener('submit'");
  });
});
