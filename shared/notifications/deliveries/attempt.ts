import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { fullJitter, type Random } from '../../core/jitter.ts';
import type { UserScope } from '../../core/scope.ts';
import { type EgressFetch, egressFetch } from '../../egress/index.ts';
import { deleteItem, due, getEach, type Item, updateItem, userKeys } from '../../store/index.ts';
import { BY_EMAIL } from '../following/consumers.ts';
import { sendByEmail } from '../mail/send.ts';
import { readWebhook, type StoredWebhook } from '../webhooks/webhook.ts';
import { readAnswer } from './answer.ts';
import { apply } from './apply.ts';
import { readDelivery, type StoredDelivery } from './delivery.ts';
import { hintDelivery } from './hint.ts';
import { end, failed, succeeded } from './outcome.ts';
import { post } from './post.ts';

/** Longer than an attempt takes, with the effects of its answer: whoever died in it is succeeded then. */
export const CLAIMED_FOR = 60 * SECOND;
/** What waited for a closed endpoint does not come all at once. */
const SPREAD = { base: 15 * SECOND, cap: 15 * SECOND };

export type AttemptOptions = { clock?: Clock; random?: Random; fetch?: EgressFetch };

const isPending = '#state = :pending';
const isDue = `${isPending} and #due_at <= :now`;

/**
 * One attempt of a delivery that is due; does nothing for any other. It is claimed first, so that hints that come twice make one
 * attempt. Whoever dies between the request and its record leaves it due: then it is sent again, under the same id.
 */
export const attempt = async (
  user: UserScope,
  { webhook_id, delivery_id }: { webhook_id: string; delivery_id: string },
  { clock = systemClock, random = Math.random, fetch = egressFetch }: AttemptOptions = {},
): Promise<void> => {
  const key = userKeys.delivery(user, webhook_id, delivery_id);
  const [item, found] = await getEach([key, webhook_id === BY_EMAIL ? undefined : userKeys.webhook(user, webhook_id)]);
  const now = clock.now();
  if (item?.state !== 'pending' || Number(item.due_at) > now) return;
  const webhook = found && readWebhook(found);
  if (webhook_id !== BY_EMAIL && !webhook) return void (await deleteItem(key));
  if (webhook?.closed_until !== undefined && webhook.closed_until > now) {
    const later = webhook.closed_until + fullJitter(0, { ...SPREAD, random });
    const waits = await updateItem(key, 'set #due_at = :later', {
      when: isDue,
      values: { pending: 'pending', now, later },
    });
    if (waits.ok) await hintDelivery(user, { webhook_id, delivery_id }, (later - now) / SECOND);
    return;
  }
  const claimed = await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard add #attempts :one', {
    when: isDue,
    values: { pending: 'pending', now, one: 1, ...due(key, now + CLAIMED_FOR) },
  });
  if (!claimed.ok) return;
  await carryOut(user, { item: claimed.item, webhook, clock, random, fetch });
};

type Claimed = { item: Item; webhook: StoredWebhook | undefined; clock: Clock; random: Random; fetch: EgressFetch };

const carryOut = async (user: UserScope, { item, webhook, clock, random, fetch }: Claimed): Promise<void> => {
  const delivery = readDelivery(item);
  if (!webhook) return sendByEmail(user, delivery, clock);
  if (webhook.disabled) {
    const last = { at: clock.now(), ms: 0, error: 'The webhook is disabled.' };
    return end(user, delivery, { state: 'failed', last });
  }
  const result = await post(user, { webhook, delivery, clock, fetch });
  const { answer, ...last } = result;
  if (last.error !== undefined)
    return failed(user, { webhook, delivery, last, isFinal: result.isFinal, clock, random });
  const refused = answer === undefined ? undefined : await effectOf(user, { webhook, delivery, answer, clock });
  await succeeded(user, { webhook, delivery, last, refused, clock });
};

type Answered = { webhook: StoredWebhook; delivery: StoredDelivery; answer: string; clock: Clock };

/** Why the answer of a plug-in did nothing, if so. */
const effectOf = async (
  user: UserScope,
  { webhook, delivery, answer, clock }: Answered,
): Promise<string | undefined> => {
  const read = readAnswer(answer);
  if (typeof read === 'string') return read;
  return apply({ project: user.inProject(delivery.project_id), webhook, delivery, answer: read, clock });
};
