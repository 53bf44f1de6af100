export { type AttemptOptions, attempt } from './deliveries/attempt.ts';
export { DELIVERY, type Delivery, deliverySchema, readDelivery } from './deliveries/delivery.ts';
export { forgetDeliveriesOf, removeWebhooksOf } from './deliveries/forget.ts';
export { hintDelivery, hintLook } from './deliveries/hint.ts';
export { listDeliveries, redeliver, testWebhook } from './deliveries/manage.ts';
export { handOver } from './following/hand-over.ts';
export { lookAround } from './following/look-around.ts';
export {
  changeNotifications,
  NOTIFICATIONS,
  notificationsSchema,
  readNotifications,
  unsubscribe,
} from './mail/settings.ts';
export {
  changeWebhook,
  createWebhook,
  findWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
} from './webhooks/manage.ts';
export { webhookSecretSchema } from './webhooks/secret.ts';
export {
  plugInPermissionSchema,
  readWebhook,
  toldEventSchema,
  WEBHOOK,
  type Webhook,
  webhookSchema,
} from './webhooks/webhook.ts';
