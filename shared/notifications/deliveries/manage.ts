import { type Clock, isoTime, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { isId, newId } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { due, type Item, putItem, queryPage, ranges, updateItem, userKeys } from '../../store/index.ts';
import { findWebhook } from '../webhooks/manage.ts';
import { CLAIMED_FOR } from './attempt.ts';
import { type Delivery, deliveryItem, deliveryOf, publicDelivery, readDelivery } from './delivery.ts';
import { hintDelivery } from './hint.ts';

/** Names what is no event of a session. */
export const TEST_EVENT = 'webhook_test';

/** Newest first unless asked otherwise; `after` and `next` are sort keys. */
export const listDeliveries = async (
  user: UserScope,
  webhook: string,
  page: { limit: number; after?: string; newestFirst?: boolean },
): Promise<{ items: Delivery[]; next: string | undefined }> => {
  await findWebhook(user, webhook);
  const { items, next } = await queryPage({ ...ranges.deliveries(user, webhook), ...page });
  return { items: items.map((item) => publicDelivery(readDelivery(item))), next };
};

/** Delivers something that happened nowhere, so that one can see whether it arrives. */
export const testWebhook = async (user: UserScope, webhook: string, clock: Clock = systemClock): Promise<Delivery> => {
  const { project_id } = await findWebhook(user, webhook);
  const now = clock.now();
  const line = JSON.stringify({ event_type: TEST_EVENT, timestamp: isoTime(now), payload: { webhook_id: webhook } });
  const delivery = deliveryOf(
    user.inProject(project_id ?? 'all'),
    webhook,
    { event_type: TEST_EVENT, line, at: now },
    { id: newId('dlv', now), now },
  );
  await putItem(deliveryItem(user, delivery));
  await hintDelivery(user, delivery);
  return publicDelivery(delivery);
};

const isOver = 'attribute_exists(#pk) and #state <> :pending';

const waitsAsRead = '#state = :pending and #due_at = :read';

/** Delivers it once more, for up to a day again. One that is under way is that; where it waits for its next attempt, it waits no more. */
export const redeliver = async (
  user: UserScope,
  { webhook, id }: { webhook: string; id: string },
  clock: Clock = systemClock,
): Promise<Delivery> => {
  await findWebhook(user, webhook);
  if (!isId('dlv', id)) throw new NotFound('There is no such delivery.');
  const key = userKeys.delivery(user, webhook, id);
  const now = clock.now();
  const outcome = await updateItem(
    key,
    'set #state = :pending, #since = :now, #attempts = :none, #due_at = :due_at, #due_shard = :due_shard',
    { when: isOver, values: { pending: 'pending', now, none: 0, ...due(key, now) } },
  );
  const item = outcome.ok ? outcome.item : outcome.items[0];
  if (!item) throw new NotFound('There is no such delivery.');
  const delivery = readDelivery(outcome.ok ? item : await hurried(user, item, now));
  await hintDelivery(user, delivery);
  return publicDelivery(delivery);
};

/** An attempt that is being made is due again within the time of its claim, so what is due later waits. */
const hurried = async (user: UserScope, item: Item, now: number): Promise<Item> => {
  const { webhook_id, delivery_id, due_at: read = 0 } = readDelivery(item);
  if (read <= now + CLAIMED_FOR) return item;
  const outcome = await updateItem(userKeys.delivery(user, webhook_id, delivery_id), 'set #due_at = :now', {
    when: waitsAsRead,
    values: { pending: 'pending', read, now },
  });
  return outcome.ok ? outcome.item : item;
};
