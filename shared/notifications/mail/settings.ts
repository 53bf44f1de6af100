import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { confirmedEmail } from '../../identity/index.ts';
import { sendsMail } from '../../platform/mail.ts';
import { due, getItem, SCHEMA_VERSION, updateItem, userKeys } from '../../store/index.ts';
import { hintLook } from '../deliveries/hint.ts';
import { toldEventSchema } from '../webhooks/webhook.ts';

/** The kind of the due item: sessions that are there already are to be followed. */
export const NOTIFICATIONS = 'notifications';

const storedSchema = z.object({
  email_events: z.array(z.string()).default([]),
  /** Ends mails without a sign-in, and nothing else. */
  unsubscribe: z.string().optional(),
  updated_at: z.number().default(0),
});

export type EmailSettings = { events: string[]; token: string | undefined; since: number };

export const readEmailSettings = async (user: UserScope): Promise<EmailSettings> => {
  const stored = storedSchema.parse((await getItem(userKeys.notifications(user))) ?? {});
  return { events: stored.email_events, token: stored.unsubscribe, since: stored.updated_at };
};

export const notificationsSchema = z
  .object({
    email: z.object({
      events: z.array(toldEventSchema),
      address: z.string().nullable().meta({ description: 'null: there is none that was confirmed.' }),
      is_available: z.boolean().meta({ description: 'Whether this deployment sends mails.' }),
    }),
  })
  .meta({ id: 'Notifications' });
export type Notifications = z.infer<typeof notificationsSchema>;

export const readNotifications = async (user: UserScope): Promise<Notifications> => {
  const [{ events }, address] = await Promise.all([readEmailSettings(user), confirmedEmail(user)]);
  return { email: { events, address: address ?? null, is_available: sendsMail() } };
};

/** What the user is told by e-mail from now on. 409 where no mail could arrive. */
export const changeNotifications = async (
  user: UserScope,
  events: readonly string[],
  clock: Clock = systemClock,
): Promise<Notifications> => {
  if (events.length > 0) {
    if (!sendsMail()) throw new Conflict('This deployment sends no mails.');
    if ((await confirmedEmail(user)) === undefined)
      throw new Conflict(
        'Confirm your e-mail address first, by the link that POST /auth/confirm/link mails you: no mails are sent to one that was not.',
      );
  }
  const key = userKeys.notifications(user);
  const now = clock.now();
  const sets = ['v', 'kind', 'user_id', 'project_id', 'email_events', 'updated_at', 'due_at', 'due_shard'];
  await updateItem(
    key,
    `set ${sets.map((name) => `#${name} = :${name}`).join(', ')}, #unsubscribe = if_not_exists(#unsubscribe, :token) remove #looks`,
    {
      values: {
        v: SCHEMA_VERSION,
        kind: NOTIFICATIONS,
        user_id: user.userId,
        project_id: 'all',
        email_events: [...new Set(events)],
        updated_at: now,
        token: randomBytes(24).toString('base64url'),
        ...due(key, now),
      },
    },
  );
  await hintLook(user);
  return readNotifications(user);
};

/** Ends all mails of whoever the link was mailed to. Another text changes nothing, and is not told apart. */
export const unsubscribe = async (user: UserScope, token: string): Promise<void> => {
  const settings = await readEmailSettings(user);
  const expected = Buffer.from(settings.token ?? '');
  const given = Buffer.from(token);
  if (expected.length === 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return;
  await updateItem(userKeys.notifications(user), 'set #email_events = :none', {
    when: '#unsubscribe = :token',
    values: { none: [], token },
  });
};
