import { type Clock, DAY, epochSeconds, isoTime } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { confirmedEmail } from '../../identity/index.ts';
import { optional } from '../../platform/configuration.ts';
import { handOver, sendsMail } from '../../platform/mail.ts';
import { SCHEMA_VERSION, updateItem, userKeys } from '../../store/index.ts';
import type { StoredDelivery } from '../deliveries/delivery.ts';
import { end } from '../deliveries/outcome.ts';
import { readEmailSettings } from './settings.ts';
import { mailAbout } from './text.ts';

/** Mails a day to one person: more tell them nothing more. */
const MAILS_A_DAY = 50;
const isWithin = 'attribute_not_exists(#sent) or #sent < :most';

/** Hands a mail to whoever sends mails, unless the day's are used up or nobody wants it any more. */
export const sendByEmail = async (user: UserScope, delivery: StoredDelivery, clock: Clock): Promise<void> => {
  const at = clock.now();
  const over = (state: 'delivered' | 'failed', error?: string) =>
    end(user, delivery, { state, last: { at, ms: clock.now() - at, ...(error !== undefined && { error }) } });
  const [{ events, token }, to] = await Promise.all([readEmailSettings(user), confirmedEmail(user)]);
  if (!events.includes(delivery.event_type) || token === undefined) return over('failed', 'It is not wanted any more.');
  if (to === undefined || !sendsMail()) return over('failed', 'There is no address, or no mail is sent from here.');
  const day = isoTime(at).slice(0, 'yyyy-mm-dd'.length);
  const counted = await updateItem(
    userKeys.mailsOfDay(user, day),
    'set #v = :v, #expires_at = :expires_at add #sent :one',
    {
      when: isWithin,
      values: { v: SCHEMA_VERSION, one: 1, most: MAILS_A_DAY, expires_at: epochSeconds(at + 2 * DAY) },
    },
  );
  if (!counted.ok) return over('failed', `There were ${MAILS_A_DAY} mails today.`);
  const isLast = Number(counted.item.sent) === MAILS_A_DAY;
  await handOver(mailAbout(delivery, { to, isLast, unsubscribe: unsubscribeLink(user, token) }));
  return over('delivered');
};

/** Where mails are ended without a sign-in. */
const unsubscribeLink = (user: UserScope, token: string): string | undefined => {
  const page = optional('unsubscribePage');
  return page && `${page}?${new URLSearchParams({ user: user.userId, token })}`;
};
