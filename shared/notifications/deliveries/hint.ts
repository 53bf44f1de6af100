import type { UserScope } from '../../core/scope.ts';
import { requestOf } from '../../observability/invocation.ts';
import { log } from '../../observability/log.ts';
import { sendToWebhooks } from '../../platform/queues.ts';
import type { StoredDelivery } from './delivery.ts';

/** Has a delivery attempted after about `seconds`. Never fails: it is due in any case. */
export const hintDelivery = async (
  user: UserScope,
  { webhook_id, delivery_id }: Pick<StoredDelivery, 'webhook_id' | 'delivery_id'>,
  seconds = 0,
): Promise<void> => {
  const message = { kind: 'delivery', user_id: user.userId, webhook_id, delivery_id, ...requestOf() };
  await sendToWebhooks(message, seconds).catch((error: Error) =>
    log.warn('delivery not hinted at', { delivery_id, error }),
  );
};

/** Has somebody look for sessions that a webhook, or the user by e-mail, is to be told of. Never fails: it is due. */
export const hintLook = async (user: UserScope, webhook?: string): Promise<void> => {
  const message = {
    kind: 'look',
    user_id: user.userId,
    ...(webhook !== undefined && { webhook_id: webhook }),
    ...requestOf(),
  };
  await sendToWebhooks(message, 0).catch((error: Error) => log.warn('look not hinted at', { error }));
};
