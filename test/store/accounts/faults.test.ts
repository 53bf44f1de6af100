import { describe, expect, test } from 'vitest';
import { emailOf, NEWCOMERS_PASSWORD, PASSWORD } from '../../support/identity.ts';
import {
  administratorAs,
  call,
  deployedWith,
  inAccounts,
  isSignedIn,
  login,
  newcomerAs,
  type SignedIn,
  signInAs,
  someNetwork,
} from '../../support/in-accounts.ts';
import type { Answer } from '../../support/rest.ts';

/* Requirements: ID13. */

const here = inAccounts();

const anonymously = (path: string, body: object): Promise<Answer> =>
  call('POST', path, { body, sourceIp: someNetwork() });
const by = ({ token }: SignedIn, method: string, path: string, body?: object): Promise<Answer> =>
  call(method, path, { token, sourceIp: someNetwork(), ...(body && { body }) });
const addressOf = async (who: SignedIn): Promise<string> => (await by(who, 'GET', '/my')).body.email;
const canSignIn = async (name: string, password: string): Promise<boolean> =>
  (await login(name, password)).status === 200;

/** A change that is ready to be made, and whether it was made: in every respect, or in none. */
type Change = { act(): Promise<Answer>; done: number; parts(): Promise<boolean[]> };

const changes: Record<string, (name: string) => Promise<Change>> = {
  'a registration with an invitation': async (name) => {
    const root = await administratorAs(`${name}-root`);
    const { body } = await by(root, 'POST', '/admin/invitations', {});
    deployedWith({ registration: 'invited' });
    const open = async (): Promise<string[]> =>
      (await by(root, 'GET', '/admin/invitations')).body.items.map(({ id }: { id: string }) => id);
    return {
      act: () => anonymously('/auth/register', { email: emailOf(name), password: PASSWORD, invitation: body.token }),
      done: 201,
      parts: async () => [await canSignIn(name, PASSWORD), !(await open()).includes(body.id)],
    };
  },
  'a confirmation': async (name) => {
    const person = await newcomerAs(name);
    await by(person, 'POST', '/auth/confirm/link');
    const token = here.mailbox.tokenFor(emailOf(name));
    return {
      act: () => anonymously('/auth/confirm', { token }),
      done: 200,
      parts: async () => [
        (await by(person, 'GET', '/my')).body.email_confirmed,
        (await by(person, 'POST', '/auth/confirm/link')).status === 409,
      ],
    };
  },
  'a change of the password': async (name) => {
    const person = await newcomerAs(name);
    const other = await signInAs(name);
    return {
      act: () => by(person, 'POST', '/auth/password', { current_password: NEWCOMERS_PASSWORD, password: PASSWORD }),
      done: 204,
      parts: async () => [
        await canSignIn(name, PASSWORD),
        !(await canSignIn(name, NEWCOMERS_PASSWORD)),
        !(await isSignedIn(other)),
      ],
    };
  },
  'a reset of the password': async (name) => {
    const person = await newcomerAs(name);
    await anonymously('/auth/reset', { email: emailOf(name) });
    const token = here.mailbox.tokenFor(emailOf(name));
    return {
      act: () => anonymously('/auth/reset/complete', { token, password: PASSWORD }),
      done: 204,
      parts: async () => [
        await canSignIn(name, PASSWORD),
        !(await canSignIn(name, NEWCOMERS_PASSWORD)),
        !(await isSignedIn(person)),
      ],
    };
  },
  'a change of the e-mail address': async (name) => {
    const person = await newcomerAs(name);
    await by(person, 'POST', '/auth/email', { email: emailOf(`${name}-new`), password: NEWCOMERS_PASSWORD });
    const token = here.mailbox.tokenFor(emailOf(`${name}-new`));
    return {
      act: () => anonymously('/auth/confirm', { token }),
      done: 200,
      parts: async () => [
        (await addressOf(person)) === emailOf(`${name}-new`),
        await canSignIn(`${name}-new`, NEWCOMERS_PASSWORD),
        !(await canSignIn(name, NEWCOMERS_PASSWORD)),
      ],
    };
  },
  'the end of a sign-in': async (name) => {
    const person = await newcomerAs(name);
    const { body } = await by(person, 'GET', '/my/sign-ins');
    const laptop = await signInAs(name);
    return {
      act: () => by(laptop, 'DELETE', `/my/sign-ins/${body.items[0].id}`),
      done: 204,
      parts: async () => [
        !(await isSignedIn(person)),
        (await by(laptop, 'GET', '/my/sign-ins')).body.items.length === 1,
      ],
    };
  },
  'the end of all other sign-ins': async (name) => {
    const person = await newcomerAs(name);
    const laptop = await signInAs(name);
    return {
      act: () => by(laptop, 'DELETE', '/my/sign-ins'),
      done: 204,
      parts: async () => [
        !(await isSignedIn(person)),
        (await by(laptop, 'GET', '/my/sign-ins')).body.items.length === 1,
      ],
    };
  },
  leaving: async (name) => {
    const person = await newcomerAs(name);
    return {
      act: () => by(person, 'DELETE', '/my', { confirm: person.id }),
      done: 202,
      parts: async () => [!(await isSignedIn(person)), !(await canSignIn(name, NEWCOMERS_PASSWORD))],
    };
  },
  'a change of the name': async (name) => {
    const person = await newcomerAs(name);
    return {
      act: () => by(person, 'PATCH', '/my', { display_name: 'Another' }),
      done: 200,
      parts: async () => [(await by(person, 'GET', '/my')).body.display_name === 'Another'],
    };
  },
};

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

describe.each(Object.entries(changes))('%s', (title, arrange) => {
  const slug = title.replaceAll(' ', '-');

  test(`${title} leaves nothing behind when the store fails, and can be repeated`, async () => {
    const { act, done, parts } = await arrange(`failing-${slug}`);
    expect(new Set(await parts())).toEqual(new Set([false]));
    await here.table.injectFault({ action: 'TransactWriteItems', times: ATTEMPTS, error: 'InternalServerError' });
    expect((await act()).status).toBeGreaterThanOrEqual(500);
    expect(new Set(await parts())).toEqual(new Set([false]));
    expect((await act()).status).toBe(done);
    expect(new Set(await parts())).toEqual(new Set([true]));
  });

  test(`${title} is made once when the store's answer is lost`, async () => {
    const { act, done, parts } = await arrange(`lost-${slug}`);
    await here.table.injectFault({ action: 'TransactWriteItems', times: 1, error: 'drop-reply' });
    expect((await act()).status).toBe(done);
    expect(new Set(await parts())).toEqual(new Set([true]));
  });
});

test('a request for a reset that the store does not take can be repeated, and its link works', async () => {
  await newcomerAs('carol');
  const sourceIp = someNetwork();
  const ask = () => call('POST', '/auth/reset', { body: { email: emailOf('carol') }, sourceIp });
  expect((await ask()).status).toBe(202);
  // From here on requests are only counted; the link and its entry in the trail are put, side by side.
  await here.table.injectFault({ action: 'PutItem', times: 2 * ATTEMPTS, error: 'InternalServerError' });
  expect((await ask()).status).toBeGreaterThanOrEqual(500);
  await here.table.injectFault({ action: 'PutItem', times: 1, error: 'drop-reply' });
  expect((await ask()).status).toBe(202);
  const token = here.mailbox.tokenFor(emailOf('carol'));
  expect((await anonymously('/auth/reset/complete', { token, password: PASSWORD })).status).toBe(204);
  expect(await canSignIn('carol', PASSWORD)).toBe(true);
});

describe('a mail that cannot be handed over', () => {
  const closed = async (act: () => Promise<Answer>): Promise<number> => {
    here.mailbox.open = false;
    const { status } = await act();
    here.mailbox.open = true;
    return status;
  };

  test('a reset answers the same for everybody when no mail can be handed over, and works later', async () => {
    await newcomerAs('alice');
    const asked = (name: string) => closed(() => anonymously('/auth/reset', { email: emailOf(name) }));
    const [known, unknown] = [await asked('alice'), await asked('nobody')];
    expect(known).toBe(unknown);
    expect(known).toBeGreaterThanOrEqual(500);
    expect((await anonymously('/auth/reset', { email: emailOf('alice') })).status).toBe(202);
  });

  test('an invitation whose mail cannot be handed over is not there', async () => {
    const root = await administratorAs('root-unmailed');
    const ids = async (): Promise<string[]> =>
      (await by(root, 'GET', '/admin/invitations')).body.items.map(({ id }: { id: string }) => id);
    const before = await ids();
    const invite = () => by(root, 'POST', '/admin/invitations', { email: emailOf('invited') });
    expect(await closed(invite)).toBeGreaterThanOrEqual(500);
    expect(await ids()).toEqual(before);
    expect((await invite()).status).toBe(201);
    expect(await ids()).toHaveLength(before.length + 1);
  });

  test('a password is changed though the notice cannot be handed over', async () => {
    const bob = await newcomerAs('bob');
    const body = { current_password: NEWCOMERS_PASSWORD, password: PASSWORD };
    expect(await closed(() => by(bob, 'POST', '/auth/password', body))).toBe(204);
    expect(await canSignIn('bob', PASSWORD)).toBe(true);
  });
});
