import * as z from 'zod';
import { epochSeconds, HOUR, MINUTE } from '../../core/clock.ts';
import { secretText, sha256 } from '../../core/digest.ts';
import { Unprocessable } from '../../core/errors.ts';
import { authenticated, type UserScope } from '../../core/scope.ts';
import { authKeys, type Condition, getItem, SCHEMA_VERSION, type StoredItem, type Write } from '../../store/index.ts';

/** What a mailed link does when it is used, and how long it can be. */
export const LINK_LIFE = { confirm: 24 * HOUR, email: 24 * HOUR, reset: 30 * MINUTE } as const;
export type LinkKind = keyof typeof LINK_LIFE;

const linkSchema = z.object({
  kind: z.enum(['confirm', 'email', 'reset']),
  /** The address it was mailed to. */
  email: z.string(),
  /** Of the credentials when it was made: a link does nothing once they were changed. */
  serial: z.string().optional(),
  ends_at: z.number(),
});
export type Link = z.infer<typeof linkSchema>;

type About = { kind: LinkKind; email: string; serial?: string | undefined };

/** A new link as an item, and the text it is known by. The text is stored nowhere, only the hash of its secret. */
export const newLink = (
  user: UserScope,
  { kind, email, serial }: About,
  now: number,
): { token: string; item: StoredItem } => {
  const secret = secretText();
  const endsAt = now + LINK_LIFE[kind];
  const item = {
    ...authKeys.link(user, sha256(secret)),
    v: SCHEMA_VERSION,
    kind,
    email,
    ...(serial !== undefined && { serial }),
    ends_at: endsAt,
    expires_at: epochSeconds(endsAt),
  };
  return { token: `${user.userId}.${secret}`, item };
};

const shape = /^([0-9a-hjkmnp-tv-z]{26})\.([A-Za-z0-9_-]{43})$/;
const isStillOpen = 'attribute_exists(#pk) and #ends_at > :now';

/** One answer for every link that does not work, whether invented, used, replaced, expired or of another kind. */
export const voidLink = (): Unprocessable =>
  new Unprocessable('This link does not work any more.', {
    errors: [{ path: 'token', message: 'Was used, replaced or has expired. Ask for a new one.' }],
  });

/** A link that works, and the write that uses it up: of two at the same time one is done. */
export const openLink = async (
  token: string,
  kinds: readonly LinkKind[],
  now: number,
): Promise<{ user: UserScope; link: Link; use: Write & Condition }> => {
  const [, userId, secret] = shape.exec(token) ?? [];
  if (!userId || !secret) throw voidLink();
  const user = authenticated({ userId });
  const key = authKeys.link(user, sha256(secret));
  const item = await getItem(key);
  const link = item && linkSchema.parse(item);
  if (!link || link.ends_at <= now || !kinds.includes(link.kind)) throw voidLink();
  return { user, link, use: { remove: key, when: isStillOpen, values: { now } } };
};
