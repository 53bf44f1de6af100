import type { Clock } from '../../core/clock.ts';
import { SECOND } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';
import type { UserScope } from '../../core/scope.ts';
import { due, updateItem, userKeys } from '../../store/index.ts';
import { disable } from '../webhooks/disable.ts';
import type { StoredWebhook } from '../webhooks/webhook.ts';
import type { Attempt, StoredDelivery } from './delivery.ts';
import { hintDelivery } from './hint.ts';
import { GONE } from './post.ts';
import { closedUntil, isGivenUp, nextAttempt } from './schedule.ts';

type Over = { webhook: StoredWebhook; delivery: StoredDelivery; last: Attempt; clock: Clock };

const exists = 'attribute_exists(#pk)';
const isFailing = 'attribute_exists(#pk) and attribute_exists(#failures)';
/** An attempt that was taken for dead and repeated has no say any more. */
const isThisAttempt = '#state = :pending and #attempts = :attempts';

const recorded = ({ at, ms, status, error, excerpt }: Attempt): Attempt => ({
  at,
  ms,
  ...(status !== undefined && { status }),
  ...(error !== undefined && { error }),
  ...(excerpt !== undefined && { excerpt }),
});

/** It arrived. Whatever had gone wrong at this endpoint is forgotten. */
export const succeeded = async (
  user: UserScope,
  { webhook, delivery, last, refused }: Over & { refused: string | undefined },
): Promise<void> => {
  await end(user, delivery, { state: 'delivered', last, ...(refused !== undefined && { refused }) });
  if (webhook.failures === undefined) return;
  await updateItem(userKeys.webhook(user, webhook.webhook_id), 'remove #failures, #failing_since, #closed_until', {
    when: isFailing,
  });
};

type Failed = Over & { isFinal: boolean; random: Random };

/** It did not arrive: it is tried again later, or not at all, and then perhaps nothing is. */
export const failed = async (
  user: UserScope,
  { webhook, delivery, last, isFinal, clock, random }: Failed,
): Promise<void> => {
  const now = clock.now();
  const at = isFinal ? undefined : nextAttempt({ ...delivery, now }, random);
  if (at === undefined) await end(user, delivery, { state: 'failed', last });
  else await postpone(user, delivery, { last, at, now });
  const since = await countFailure(user, webhook, now);
  if (last.status === GONE) await disable(user, { webhook, delivery, why: 'gone', now });
  else if (at === undefined && since !== undefined && isGivenUp(since, now))
    await disable(user, { webhook, delivery, why: 'failing', now });
};

/** Gives since when nothing has worked. */
const countFailure = async (user: UserScope, webhook: StoredWebhook, now: number): Promise<number | undefined> => {
  const closed = closedUntil((webhook.failures ?? 0) + 1, now);
  const outcome = await updateItem(
    userKeys.webhook(user, webhook.webhook_id),
    `set #failing_since = if_not_exists(#failing_since, :now)${closed === undefined ? '' : ', #closed_until = :closed'} add #failures :one`,
    { when: exists, values: { now, one: 1, ...(closed !== undefined && { closed }) } },
  );
  return outcome.ok ? Number(outcome.item.failing_since) : undefined;
};

/** The end of a delivery, by whoever made the attempt. */
export const end = async (
  user: UserScope,
  { webhook_id, delivery_id, attempts }: StoredDelivery,
  { state, last, refused }: { state: 'delivered' | 'failed'; last: Attempt; refused?: string },
): Promise<void> => {
  const set = 'set #state = :state, #last = :last';
  await updateItem(
    userKeys.delivery(user, webhook_id, delivery_id),
    `${set}${refused === undefined ? '' : ', #refused = :refused'} remove #due_at, #due_shard`,
    {
      when: isThisAttempt,
      values: { state, last: recorded(last), pending: 'pending', attempts, ...(refused !== undefined && { refused }) },
    },
  );
};

const postpone = async (
  user: UserScope,
  delivery: StoredDelivery,
  { last, at, now }: { last: Attempt; at: number; now: number },
): Promise<void> => {
  const key = userKeys.delivery(user, delivery.webhook_id, delivery.delivery_id);
  const outcome = await updateItem(key, 'set #last = :last, #due_at = :due_at, #due_shard = :due_shard', {
    when: isThisAttempt,
    values: { last: recorded(last), pending: 'pending', attempts: delivery.attempts, ...due(key, at) },
  });
  if (outcome.ok) await hintDelivery(user, delivery, (at - now) / SECOND);
};
