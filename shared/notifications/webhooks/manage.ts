import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, DAY, systemClock } from '../../core/clock.ts';
import { Defect, NotFound } from '../../core/errors.ts';
import { isId, newId } from '../../core/ids.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { createWithinWebhooks } from '../../limits/index.ts';
import { deleteItems, due, getItem, queryAll, queryPage, ranges, transact, userKeys } from '../../store/index.ts';
import { hintLook } from '../deliveries/hint.ts';
import { newWebhookSecret, sealSecret } from './secret.ts';
import { publicWebhook, readWebhook, type StoredWebhook, type Webhook, webhookItem } from './webhook.ts';

export type NewWebhook = Pick<StoredWebhook, 'name' | 'url' | 'events' | 'permissions'> & {
  secret?: string | undefined;
  /** The one project it is told of; all of them where it is left out. */
  project?: ProjectScope | undefined;
};

type By = { origin: Origin; clock?: Clock | undefined };

/** How long the former secret is valid beside a new one. */
const FORMER_SECRET_VALID_FOR = DAY;
/** Of a removed webhook's deliveries, as many as a request has time for; more expire by themselves. */
const MAX_DELIVERIES_REMOVED = 10_000;
const TOGETHER = 500;

const missing = (): NotFound => new NotFound('There is no such webhook.');
const exists = 'attribute_exists(#pk)';

/** Stores a webhook; its secret leaves the system here alone. What is under way already is followed within seconds. */
export const createWebhook = async (
  user: UserScope,
  { secret = newWebhookSecret(), project, ...given }: NewWebhook,
  { origin, clock = systemClock }: By,
): Promise<Webhook & { secret: string }> => {
  const now = clock.now();
  const id = newId('whk', now);
  const stored: StoredWebhook = {
    webhook_id: id,
    user_id: user.userId,
    ...(project && { only_project: project.projectId }),
    ...given,
    events: [...new Set(given.events)],
    secret: await sealSecret(user, id, secret),
    created_at: now,
    updated_at: now,
  };
  const item = { ...webhookItem(user, stored), ...due(userKeys.webhook(user, id), now) };
  const outcome = await createWithinWebhooks(user, [
    { put: item, when: 'attribute_not_exists(#pk)' },
    { put: auditItem(user, 'webhook_created', { ...origin, target: id }, now) },
  ]);
  if (!outcome.ok) throw new Defect('A new random webhook exists already.');
  await hintLook(user, id);
  return { ...publicWebhook(stored), secret };
};

export const findStoredWebhook = async (user: UserScope, id: string): Promise<StoredWebhook | undefined> => {
  const item = isId('whk', id) ? await getItem(userKeys.webhook(user, id)) : undefined;
  return item && readWebhook(item);
};

export const findWebhook = async (user: UserScope, id: string): Promise<Webhook> => {
  const stored = await findStoredWebhook(user, id);
  if (!stored) throw missing();
  return publicWebhook(stored);
};

/** Oldest first; `after` and `next` are sort keys. */
export const listWebhooks = async (
  user: UserScope,
  page: { limit: number; after?: string; newestFirst?: boolean },
): Promise<{ items: Webhook[]; next: string | undefined }> => {
  const { items, next } = await queryPage({ ...ranges.webhooks(user), ...page });
  return { items: items.map((item) => publicWebhook(readWebhook(item))), next };
};

/** All of them: a tier allows a few. */
export const allWebhooks = async (user: UserScope): Promise<StoredWebhook[]> => {
  const found: StoredWebhook[] = [];
  for await (const item of queryAll(ranges.webhooks(user))) found.push(readWebhook(item));
  return found;
};

export type WebhookChange = Partial<Pick<StoredWebhook, 'name' | 'url' | 'events' | 'permissions'>> & {
  enabled?: boolean | undefined;
};

/** What is left out stays. Enabling it, or another address, forgets that it was failing. */
export const changeWebhook = async (
  user: UserScope,
  id: string,
  { change: { enabled, ...given }, origin, clock = systemClock }: By & { change: WebhookChange },
): Promise<Webhook> => {
  if (!(await findStoredWebhook(user, id))) throw missing();
  const now = clock.now();
  const key = userKeys.webhook(user, id);
  const values = Object.fromEntries(
    Object.entries({ ...given, updated_at: now }).filter(([, value]) => value !== undefined),
  );
  const sets = [...Object.keys(values), 'due_at', 'due_shard'].map((name) => `#${name} = :${name}`);
  if (enabled === false) sets.push('#disabled = :person');
  const starts = enabled === true || given.url !== undefined;
  const removed = [
    '#looks',
    ...(enabled === true ? ['#disabled'] : []),
    ...(starts ? ['#failures', '#failing_since', '#closed_until'] : []),
  ];
  const outcome = await transact([
    {
      key,
      update: `set ${sets.join(', ')} remove ${removed.join(', ')}`,
      when: exists,
      values: { ...values, person: 'person', ...due(key, now) },
    },
    { put: auditItem(user, 'webhook_changed', { ...origin, target: id }, now) },
  ]);
  if (!outcome.ok) throw missing();
  await hintLook(user, id);
  return findWebhook(user, id);
};

/** A new secret; the one before is valid for a day more, in which every delivery carries both signatures. */
export const rotateSecret = async (
  user: UserScope,
  id: string,
  { origin, clock = systemClock }: By,
): Promise<Webhook & { secret: string }> => {
  const before = await findStoredWebhook(user, id);
  if (!before) throw missing();
  const now = clock.now();
  const secret = newWebhookSecret();
  const outcome = await transact([
    {
      key: userKeys.webhook(user, id),
      update: 'set #secret = :secret, #former = :former, #updated_at = :now',
      when: exists,
      values: {
        secret: await sealSecret(user, id, secret),
        former: { ...before.secret, until: now + FORMER_SECRET_VALID_FOR },
        now,
      },
    },
    { put: auditItem(user, 'webhook_secret_rotated', { ...origin, target: id }, now) },
  ]);
  if (!outcome.ok) throw missing();
  return { ...(await findWebhook(user, id)), secret };
};

/** Nothing is delivered to it any more, and what was is forgotten. */
export const removeWebhook = async (
  user: UserScope,
  id: string,
  { origin, clock = systemClock }: By,
): Promise<void> => {
  if (!isId('whk', id)) throw missing();
  const outcome = await transact([
    { remove: userKeys.webhook(user, id), when: exists },
    { put: auditItem(user, 'webhook_removed', { ...origin, target: id }, clock.now()) },
  ]);
  if (!outcome.ok) throw missing();
  for (let removed = 0; removed < MAX_DELIVERIES_REMOVED; ) {
    const { items, next } = await queryPage({ ...ranges.deliveries(user, id), limit: TOGETHER });
    await deleteItems(items);
    removed += items.length;
    if (next === undefined) return;
  }
};
