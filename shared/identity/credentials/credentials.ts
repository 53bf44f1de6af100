import * as z from 'zod';
import type { UserScope } from '../../core/scope.ts';
import { authKeys, type Condition, getItem } from '../../store/index.ts';
import type { PasswordHash } from '../password/hash.ts';

/** What a person signs in with, and what they have ended or confirmed by it. */
const credentialsSchema = z.object({
  password: z.custom<PasswordHash>(),
  /** New with every change of password or e-mail address; what was begun under another one is void. */
  serial: z.string().optional(),
  /** When it was shown that the e-mail address is theirs. */
  confirmed_at: z.string().optional(),
  /** Sign-ins that began up to then are ended, but for the spared one. Milliseconds. */
  ended_before: z.number().optional(),
  spared: z.string().optional(),
});
export type Credentials = z.infer<typeof credentialsSchema>;

export const findCredentials = async (user: UserScope): Promise<Credentials | undefined> => {
  const item = await getItem(authKeys.credentials(user));
  return item && credentialsSchema.parse(item);
};

const neverChanged = 'attribute_exists(#pk) and attribute_not_exists(#serial)';
const sameSerial = '#serial = :serial';

/** The condition under which credentials are still those with this serial. */
export const unchangedSince = (serial: string | undefined): Condition & { when: string } =>
  serial === undefined ? { when: neverChanged } : { when: sameSerial, values: { serial } };
