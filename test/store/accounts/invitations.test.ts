import { describe, expect, test, vi } from 'vitest';
import { emailOf, PASSWORD } from '../../support/identity.ts';
import {
  administratorAs,
  auditOf,
  call,
  deployedWith,
  inAccounts,
  login,
  newcomerAs,
  someNetwork,
  statuses,
} from '../../support/in-accounts.ts';

/* Requirements: ID13. */

const here = inAccounts();

const register = (name: string, invitation?: string) =>
  call('POST', '/auth/register', {
    body: { email: emailOf(name), password: PASSWORD, ...(invitation !== undefined && { invitation }) },
    sourceIp: someNetwork(),
  });

const invite = async (body: object = {}): Promise<{ id: string; token: string }> => {
  const root = await administratorAs(`root${crypto.randomUUID().slice(0, 8)}`);
  const answer = await call('POST', '/admin/invitations', { token: root.token, body });
  expect(answer.status).toBe(201);
  return answer.body;
};

const cannotBeUsed = { status: 422, body: { errors: [{ path: 'invitation' }] } };

describe('who may register', () => {
  test('where registration is closed nobody registers, not even with an invitation', async () => {
    const { token } = await invite();
    deployedWith({ registration: 'closed' });
    expect((await register('alice')).status).toBe(403);
    expect((await register('alice', token)).status).toBe(403);
  });

  test('where registration is by invitation nobody registers without one', async () => {
    deployedWith({ registration: 'invited' });
    expect(await register('bob')).toMatchObject({ status: 403, body: { error_code: 'forbidden' } });
    expect((await login('bob', PASSWORD)).status).toBe(401);
  });

  test('where the deployment does not say, registration is closed', async () => {
    vi.stubEnv('ARTEL_REGISTRATION', undefined);
    expect((await register('carol')).status).toBe(403);
    vi.unstubAllEnvs();
  });
});

describe('an invitation', () => {
  test('an invitation lets one person register, once', async () => {
    deployedWith({ registration: 'invited' });
    const { token } = await invite();
    expect((await register('dora', token)).status).toBe(201);
    expect(await register('erin', token)).toMatchObject(cannotBeUsed);
  });

  test('of two who register with one invitation at once exactly one does, and the other can with another', async () => {
    deployedWith({ registration: 'invited' });
    const { token } = await invite();
    const names = ['frank', 'grace'];
    const answers = await Promise.all(names.map((name) => register(name, token)));
    expect(statuses(answers)).toEqual([201, 422]);
    const loser = names[answers.findIndex(({ status }) => status === 422)] ?? '';
    expect((await register(loser, (await invite()).token)).status).toBe(201);
  });

  test('an invitation stays usable when the address turns out to be taken', async () => {
    deployedWith({ registration: 'invited' });
    await newcomerAs('judy');
    const { token } = await invite();
    expect((await register('judy', token)).status).toBe(409);
    expect((await register('kim', token)).status).toBe(201);
  });

  test('an invitation that expired, was withdrawn, changed or invented cannot be used', async () => {
    deployedWith({ registration: 'invited' });
    const expired = await invite({ expires_in_days: 1 });
    const { id, token } = await invite();
    const root = await administratorAs('root-withdraws');
    expect((await call('DELETE', `/admin/invitations/${id}`, { token: root.token })).status).toBe(204);
    expect((await call('DELETE', `/admin/invitations/${id}`, { token: root.token })).status).toBe(404);
    const texts = [token, `${id}.${'A'.repeat(43)}`, 'x', `${(await invite()).id}.${token.split('.')[1]}`];
    for (const text of texts) expect(await register('leo', text)).toMatchObject(cannotBeUsed);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60_000 });
    expect(await register('leo', expired.token)).toMatchObject(cannotBeUsed);
    vi.useRealTimers();
  });

  test('an invitation for an address is mailed there, shown to nobody else, and confirms the address', async () => {
    const invitation = await invite({ email: emailOf('mallory') });
    deployedWith({ registration: 'invited', confirmEmail: true });
    expect(invitation).toMatchObject({ email: emailOf('mallory'), mailed: true });
    expect(invitation).not.toHaveProperty('token');
    const token = here.mailbox.tokenFor(emailOf('mallory'));
    expect(await register('nina', token)).toMatchObject(cannotBeUsed);
    expect((await register('mallory', token)).status).toBe(201);
    const session = await login('mallory', PASSWORD);
    expect(session.status).toBe(200);
    const { body } = await call('GET', '/my', { token: session.body.access_token });
    expect(body.email_confirmed).toBe(true);
  });

  test('administrators see the invitations that are open, without their secrets, and leave a trace', async () => {
    const root = await administratorAs('root-lists');
    const made = await call('POST', '/admin/invitations', { token: root.token, body: {} });
    const { body } = await call('GET', '/admin/invitations', { token: root.token });
    expect(body.items[0]).toEqual({
      id: made.body.id,
      email: null,
      mailed: false,
      created_by: root.id,
      created_at: expect.stringMatching(/Z$/),
      expires_at: expect.stringMatching(/Z$/),
    });
    expect(await auditOf(root)).toEqual(expect.arrayContaining(['invitation_created', 'invitations_listed']));
  });

  test('only an administrator invites, lists and withdraws', async () => {
    const { token } = await newcomerAs('oscar');
    expect((await call('POST', '/admin/invitations', { token, body: {} })).status).toBe(403);
    expect((await call('GET', '/admin/invitations', { token })).status).toBe(403);
    expect((await call('DELETE', `/admin/invitations/${(await invite()).id}`, { token })).status).toBe(403);
  });
});
