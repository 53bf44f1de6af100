import type { ProjectScope, UserScope } from '../../../shared/core/scope.ts';
import { readDelivery, type StoredDelivery } from '../../../shared/notifications/deliveries/delivery.ts';
import { type StoredWebhook, webhookItem } from '../../../shared/notifications/webhooks/webhook.ts';
import {
  getItem,
  putItem,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  sessionKeys,
  userKeys,
} from '../../../shared/store/index.ts';

/** A webhook as it is stored; nothing that opens its secret is needed here. */
export const putWebhook = async (
  project: ProjectScope,
  id: string,
  { now, ...more }: Partial<StoredWebhook> & { now: number },
): Promise<StoredWebhook> => {
  const { user } = project;
  const stored: StoredWebhook = {
    webhook_id: id,
    user_id: user.userId,
    only_project: project.projectId,
    name: 'CI',
    url: 'https://ci.example.com/hook',
    events: ['message_created', 'run_started', 'task_queued', 'task_completed', 'run_completed'],
    permissions: [],
    secret: { data_key: new Uint8Array(1), sealed: new Uint8Array(1) },
    created_at: now,
    updated_at: now,
    ...more,
  };
  await putItem({ ...userKeys.notifications(user), v: SCHEMA_VERSION, made: 1 });
  await putItem(webhookItem(user, stored));
  return stored;
};

export const deliveriesOf = async (user: UserScope, webhook: string): Promise<StoredDelivery[]> => {
  const found: StoredDelivery[] = [];
  for await (const item of queryAll(ranges.deliveries(user, webhook))) found.push(readDelivery(item));
  return found;
};

export const followingOf = (project: ProjectScope, session: string) => getItem(sessionKeys.following(project, session));
