import * as z from 'zod';
import { Defect } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { getItem, type Item, userKeys } from '../store/index.ts';

/** What is stored about a person. Times are ISO texts. */
export const profileSchema = z.object({
  user_id: z.string(),
  email: z.string(),
  display_name: z.string().optional(),
  roles: z.array(z.enum(['user', 'admin'])).min(1),
  tier: z.string(),
  default_project_id: z.string(),
  created_at: z.string(),
});
export type Profile = z.infer<typeof profileSchema>;

/** A person as clients see them. */
export const userSchema = z.object({
  id: z.string(),
  email: z.string(),
  display_name: z.string().optional(),
  roles: z.array(z.enum(['user', 'admin'])),
  tier: z.string(),
  created_at: z.string(),
});
export type User = z.infer<typeof userSchema>;

export const readProfile = (item: Item): Profile => profileSchema.parse(item);

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
  const item = await getItem(userKeys.profile(user));
  return item && readProfile(item);
};

export const profileOf = async (user: UserScope): Promise<Profile> => {
  const profile = await findProfile(user);
  if (!profile) throw new Defect('A user who signs in has no profile.');
  return profile;
};
