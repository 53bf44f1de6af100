import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DAY, epochSeconds, isoTime } from '../../core/clock.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { encodeTime } from '../../core/ulid.ts';
import { due, type Item, SCHEMA_VERSION, type StoredItem, userKeys } from '../../store/index.ts';

/** The kind of its due item. */
export const DELIVERY = 'delivery';
/** How long a delivery can be seen and repeated. */
const KEPT_FOR = 7 * DAY;

const lastAttemptSchema = z.object({
  at: z.number(),
  ms: z.number(),
  status: z.number().optional(),
  error: z.string().optional(),
  excerpt: z.string().optional(),
});
export type Attempt = z.infer<typeof lastAttemptSchema>;

const storedSchema = z.object({
  webhook_id: z.string(),
  delivery_id: z.string(),
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string().optional(),
  event_type: z.string(),
  event_id: z.number().optional(),
  /** The event's text, byte for byte as the log has it. */
  line: z.string(),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.number(),
  /** Since when it is tried: its creation, or when it was repeated by hand. */
  since: z.number(),
  due_at: z.number().optional(),
  last: lastAttemptSchema.optional(),
  /** What a plug-in's answer did; it is done once, however often it is delivered. */
  made_message: z.string().optional(),
  made_version: z.number().optional(),
  /** Why a plug-in's answer did nothing. */
  refused: z.string().optional(),
  created_at: z.number(),
});
export type StoredDelivery = z.infer<typeof storedSchema>;

export const readDelivery = (item: Item): StoredDelivery => storedSchema.parse(item);

export type Told = Pick<StoredDelivery, 'event_type' | 'event_id' | 'session_id' | 'line'> & { at: number };

/** A delivery of an event, due at once. Whoever makes it again makes the same one. */
export const deliveryOf = (
  project: ProjectScope,
  webhook: string,
  { at, ...told }: Told,
  { id = deliveryId(webhook, told, at), now }: { id?: string; now: number },
): StoredDelivery => ({
  webhook_id: webhook,
  delivery_id: id,
  user_id: project.userId,
  project_id: project.projectId,
  ...told,
  state: 'pending',
  attempts: 0,
  since: now,
  due_at: now,
  created_at: now,
});

export const deliveryItem = (user: UserScope, { due_at, ...stored }: StoredDelivery): StoredItem => {
  const key = userKeys.delivery(user, stored.webhook_id, stored.delivery_id);
  const expires_at = epochSeconds(stored.created_at + KEPT_FOR);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: DELIVERY,
    ...stored,
    ...(due_at !== undefined && due(key, due_at)),
    expires_at,
  };
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_PART = 16;

/** The time of the event and a digest of which event of which session it is: the same for whoever hands the event over. */
const deliveryId = (webhook: string, { session_id, event_id }: Omit<Told, 'at'>, at: number): string => {
  const digest = createHash('sha256').update(`${webhook}|${session_id}|${event_id}`).digest();
  const rest = [...digest.subarray(0, RANDOM_PART)].map((byte) => CROCKFORD[byte % CROCKFORD.length]).join('');
  return `dlv_${encodeTime(at, 10)}${rest}`;
};

/** A delivery as its owner sees it. */
export const deliverySchema = z
  .object({
    id: z.string().meta({ description: 'Also the header webhook-id, the same for every attempt.' }),
    webhook_id: z.string(),
    event_type: z.string(),
    event_id: z.int().nullable(),
    session_id: z.string().nullable(),
    project_id: z.string().nullable(),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.int(),
    next_attempt_at: z.string().nullable(),
    last_attempt: z
      .object({
        at: z.string(),
        duration_ms: z.int(),
        status: z.int().nullable(),
        error: z.string().nullable(),
        excerpt: z.string().nullable().meta({ description: 'The beginning of the answer.' }),
      })
      .nullable(),
    effect: z
      .object({ message_id: z.string().nullable(), version: z.int().nullable(), refused: z.string().nullable() })
      .nullable()
      .meta({ description: 'Of a plug-in: what its answer added, or why it added nothing.' }),
    created_at: z.string(),
  })
  .meta({ id: 'WebhookDelivery' });
export type Delivery = z.infer<typeof deliverySchema>;

export const publicDelivery = (stored: StoredDelivery): Delivery => ({
  id: stored.delivery_id,
  webhook_id: stored.webhook_id,
  event_type: stored.event_type,
  event_id: stored.event_id ?? null,
  session_id: stored.session_id ?? null,
  project_id: stored.project_id === 'all' ? null : stored.project_id,
  state: stored.state,
  attempts: stored.attempts,
  next_attempt_at: stored.state === 'pending' && stored.due_at !== undefined ? isoTime(stored.due_at) : null,
  last_attempt: stored.last === undefined ? null : shownAttempt(stored.last),
  effect: effectOf(stored),
  created_at: isoTime(stored.created_at),
});

const shownAttempt = ({ at, ms, status, error, excerpt }: Attempt): Delivery['last_attempt'] => ({
  at: isoTime(at),
  duration_ms: ms,
  status: status ?? null,
  error: error ?? null,
  excerpt: excerpt ?? null,
});

const effectOf = ({ made_message, made_version, refused }: StoredDelivery): Delivery['effect'] =>
  made_message === undefined && made_version === undefined && refused === undefined
    ? null
    : { message_id: made_message ?? null, version: made_version ?? null, refused: refused ?? null };
