import { listAdministrators } from '../accounts/index.ts';
import { NotFound } from '../core/errors.ts';
import { type By, changeAccount } from './change-account.ts';
import { profilesOf, userOfEmail } from './find-users.ts';

const named = async (email: string) => {
  const user = await userOfEmail(email);
  if (!user) throw new NotFound(`Nobody is registered with the address ${email}.`);
  return user;
};

/** Makes an administrator of whoever has this address. 404 for nobody. */
export const grantAdministrator = async (email: string, by: By): Promise<void> => {
  await changeAccount(await named(email), { roles: ['user', 'admin'] }, by);
};

/** 409 for the last one. */
export const revokeAdministrator = async (email: string, by: By): Promise<void> => {
  await changeAccount(await named(email), { roles: ['user'] }, by);
};

/** Who has the role, by address. */
export const administrators = async (): Promise<{ email: string; locked: boolean }[]> => {
  const { members } = await listAdministrators();
  const found = [];
  for (let from = 0; from < members.length; from += 50)
    found.push(...(await profilesOf(members.slice(from, from + 50))));
  return found.map(({ email, locked = false }) => ({ email, locked }));
};
