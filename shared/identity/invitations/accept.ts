import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../core/digest.ts';
import { Forbidden, Unprocessable } from '../../core/errors.ts';
import { getItem, pointerKeys, type Write } from '../../store/index.ts';
import { registrationMode } from '../account/settings.ts';
import { storedInvitationSchema } from './invitation.ts';

/** An invitation that somebody registers with: `provesAddress` where it can only have been read in the mail to that address. */
export type Accepted = { id: string; provesAddress: boolean; use: Write };

const shape = /^(inv_[0-9A-HJKMNP-TV-Z]{26})\.([A-Za-z0-9_-]{43})$/;
const isStillOpen = 'attribute_exists(#pk) and #ends_at > :now';

/** One answer, whether it was invented, used, withdrawn, has expired or is for somebody else. */
export const voidInvitation = (): Unprocessable =>
  new Unprocessable('This invitation cannot be used.', {
    errors: [{ path: 'invitation', message: 'Was used or withdrawn, has expired, or is for another e-mail address.' }],
  });

/**
 * What the deployment asks of somebody who registers: nothing, or an invitation. One that is shown is used up in the
 * transaction of the registration, so of two who register with it one does.
 */
export const acceptInvitation = async (
  token: string | undefined,
  { email, now }: { email: string; now: number },
): Promise<Accepted | undefined> => {
  const mode = registrationMode();
  if (mode === 'closed') throw new Forbidden('Registration is closed.');
  if (token === undefined) {
    if (mode === 'open') return undefined;
    throw new Forbidden('Registration is by invitation only.');
  }
  const [, id, secret] = shape.exec(token) ?? [];
  if (!id || !secret) throw voidInvitation();
  const key = pointerKeys.invitation(id);
  const item = await getItem(key);
  const stored = item && storedInvitationSchema.parse(item);
  if (!stored || stored.ends_at <= now || !isSecret(secret, stored.secret_hash)) throw voidInvitation();
  if (stored.email !== undefined && stored.email !== email) throw voidInvitation();
  return { id, provesAddress: stored.mailed, use: { remove: key, when: isStillOpen, values: { now } } };
};

const isSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(hash));
