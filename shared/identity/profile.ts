import * as z from 'zod';
import { type Account, findAccount, formerAccount, settleAccount } from '../accounts/index.ts';
import { Defect } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { getItem, userKeys } from '../store/index.ts';
import { notSignedIn } from './not-signed-in.ts';

/** What is stored about a person. Times are ISO texts. */
export const storedProfileSchema = z.object({
  user_id: z.string(),
  /** Empty where their issuer gave none that it has verified. */
  email: z.string(),
  display_name: z.string().optional(),
  /** Who vouches for them, if that is another issuer: they have no password. */
  issuer: z.string().optional(),
  /** For the person to see; what is allowed by it stands with the credentials. */
  email_confirmed_at: z.string().optional(),
  default_project_id: z.string(),
  created_at: z.string(),
});
export type StoredProfile = z.infer<typeof storedProfileSchema>;

/** A person, with what they may do and use. */
export type Profile = StoredProfile & Account;

/** A person as clients see them. */
export const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    display_name: z.string().optional(),
    roles: z.array(z.enum(['user', 'admin'])),
    tier: z.string(),
    created_at: z.string(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

export const userOf = ({ user_id, email, display_name, roles, tier, created_at }: Profile): User => ({
  id: user_id,
  email,
  ...(display_name !== undefined && { display_name }),
  roles,
  tier,
  created_at,
});

/** The profile; `undefined` if the person was removed while one of their tokens was still valid. */
export const findProfile = async (user: UserScope): Promise<Profile | undefined> => {
  // Two single reads: a batch over both partitions would need one grant that names them together.
  const [item, account] = await Promise.all([getItem(userKeys.profile(user)), findAccount(user)]);
  if (!item) return undefined;
  const standing = account ?? formerAccount(item);
  if (!standing) throw new Defect('A user has no account.');
  return { ...storedProfileSchema.parse(item), ...standing };
};

/** The profile of whoever asks; 401 where they leave at the same time. */
export const profileOf = async (user: UserScope): Promise<Profile> => {
  const profile = await findProfile(user);
  if (!profile) throw notSignedIn('the user was removed');
  return profile;
};

/** The same, for whoever gets a token: what an older profile says about roles and tier moves out of it for good. */
export const findProfileToSignIn = async (user: UserScope): Promise<Profile | undefined> => {
  await settleAccount(user);
  return await findProfile(user);
};

/** Where mails to a person may go: their address, once it was confirmed. */
export const confirmedEmail = async (user: UserScope): Promise<string | undefined> => {
  const item = await getItem(userKeys.profile(user));
  const profile = item && storedProfileSchema.parse(item);
  return profile?.email_confirmed_at === undefined || profile.email === '' ? undefined : profile.email;
};
