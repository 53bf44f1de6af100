import * as z from 'zod';
import { type Clock, epochSeconds, isoTime, systemClock } from '../../core/clock.ts';
import { secretText, sha256 } from '../../core/digest.ts';
import { NotFound } from '../../core/errors.ts';
import { isId, newId } from '../../core/ids.ts';
import { handOver, sendsMail } from '../../platform/mail.ts';
import {
  deleteItem,
  type Item,
  type Page,
  pointerKeys,
  putItem,
  queryFiltered,
  ranges,
  SCHEMA_VERSION,
} from '../../store/index.ts';
import { invitationMail } from '../account/mails.ts';
import { normalizedEmail } from '../email.ts';

/** Without the secret, of which only the hash is stored. */
export const storedInvitationSchema = z.object({
  id: z.string(),
  secret_hash: z.string(),
  /** Whom it is for; absent: whoever has it. */
  email: z.string().optional(),
  /** It was mailed there and shown to nobody else: whoever has it reads that address. */
  mailed: z.boolean(),
  created_by: z.string(),
  created_at: z.string(),
  ends_at: z.number(),
});

export const invitationSchema = z
  .object({
    id: z.string(),
    email: z.string().nullable(),
    /** It was sent to that address. */
    mailed: z.boolean(),
    created_by: z.string(),
    created_at: z.string(),
    expires_at: z.string(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;

const shown = (stored: z.infer<typeof storedInvitationSchema>): Invitation => ({
  id: stored.id,
  email: stored.email ?? null,
  mailed: stored.mailed,
  created_by: stored.created_by,
  created_at: stored.created_at,
  expires_at: isoTime(stored.ends_at),
});

/**
 * Makes an invitation. One that names an address is mailed there where the deployment sends mails; every other one is handed
 * back once, as `token`, to be passed on. `by` is an administrator's id, or `operator`.
 */
export const createInvitation = async (
  by: string,
  { email: address, life }: { email?: string | undefined; life: number },
  clock: Clock = systemClock,
): Promise<Invitation & { token?: string }> => {
  const now = clock.now();
  const email = address === undefined ? undefined : normalizedEmail(address);
  const id = newId('inv', now);
  const secret = secretText();
  const mailed = email !== undefined && sendsMail();
  const stored = {
    id,
    secret_hash: sha256(secret),
    ...(email !== undefined && { email }),
    mailed,
    created_by: by,
    created_at: isoTime(now),
    ends_at: now + life,
  };
  const item = { ...pointerKeys.invitation(id), v: SCHEMA_VERSION, ...stored, expires_at: epochSeconds(now + life) };
  await putItem(item, { when: 'attribute_not_exists(#pk)' });
  const token = `${id}.${secret}`;
  if (!mailed) return { ...shown(stored), token };
  try {
    await handOver(invitationMail(email, token, life));
  } catch (error) {
    // Nobody has it, and nobody will.
    await deleteItem(pointerKeys.invitation(id));
    throw error;
  }
  return shown(stored);
};

/** Those that can still be used, newest first unless asked otherwise; `after` and `next` are sort keys. */
export const listInvitations = ({
  limit,
  after,
  now,
  oldestFirst = false,
}: {
  limit: number;
  after: string | undefined;
  now: number;
  oldestFirst?: boolean;
}): Promise<Page<Invitation>> => {
  const open = (item: Item): Invitation | undefined => {
    const stored = storedInvitationSchema.parse(item);
    return stored.ends_at > now ? shown(stored) : undefined;
  };
  const range = { ...ranges.invitations(), newestFirst: !oldestFirst, limit, ...(after !== undefined && { after }) };
  return queryFiltered(range, (items) => items.map(open));
};

/** From now on nobody registers with it. One that was used is not there any more. */
export const withdrawInvitation = async (id: string): Promise<void> => {
  const known = isId('inv', id);
  const outcome = known ? await deleteItem(pointerKeys.invitation(id), { when: 'attribute_exists(#pk)' }) : undefined;
  if (!outcome?.ok) throw new NotFound('There is no such invitation.');
};
