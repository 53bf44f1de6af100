import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { EVENT_TYPES } from '../../events/index.ts';
import { type Item, SCHEMA_VERSION, type StoredItem, userKeys } from '../../store/index.ts';
import type { Sealed } from '../../vault/index.ts';

/** The kind of its due item: sessions that are there already are to be followed. */
export const WEBHOOK = 'webhook';

/** Everything that is told over a WebSocket, but for text in pieces. */
export const TOLD_EVENTS = EVENT_TYPES.filter((type) => type !== 'message_delta');
export const toldEventSchema = z.enum(TOLD_EVENTS as [string, ...string[]]).meta({ id: 'NotifiedEvent' });

/** What a plug-in's answer may do. */
export const PLUG_IN_PERMISSIONS = ['messages:write', 'files:write'] as const;
export const plugInPermissionSchema = z.enum(PLUG_IN_PERMISSIONS).meta({ id: 'PlugInPermission' });

const sealedSchema = z.object({ data_key: z.instanceof(Uint8Array), sealed: z.instanceof(Uint8Array) });

const storedSchema = z.object({
  webhook_id: z.string(),
  user_id: z.string(),
  /** Of all projects where there is none. */
  only_project: z.string().optional(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  permissions: z.array(plugInPermissionSchema),
  secret: sealedSchema,
  /** The one before, valid for a day. */
  former: sealedSchema.extend({ until: z.number() }).optional(),
  /** Why nothing is delivered. */
  disabled: z.enum(['person', 'failing', 'gone']).optional(),
  /** Failures since the last success, since when, and until when nobody tries. */
  failures: z.number().optional(),
  failing_since: z.number().optional(),
  closed_until: z.number().optional(),
  created_at: z.number(),
  updated_at: z.number(),
  looks: z.number().optional(),
});
export type StoredWebhook = Omit<z.infer<typeof storedSchema>, 'secret' | 'former'> & {
  secret: Sealed;
  former?: (Sealed & { until: number }) | undefined;
};

export const readWebhook = (item: Item): StoredWebhook => storedSchema.parse(item);

export const webhookItem = (user: UserScope, stored: StoredWebhook): StoredItem => ({
  ...userKeys.webhook(user, stored.webhook_id),
  v: SCHEMA_VERSION,
  kind: WEBHOOK,
  // The sweeper's programs are for a project; one that is for all of them takes a name that none has.
  project_id: stored.only_project ?? 'all',
  ...stored,
});

/** A webhook as its owner sees it: never its secret. */
export const webhookSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    events: z.array(toldEventSchema),
    project_id: z.string().nullable().meta({ description: 'null: of all projects.' }),
    permissions: z.array(plugInPermissionSchema),
    state: z
      .enum(['enabled', 'disabled', 'failing'])
      .meta({ description: 'failing: the last delivery did not succeed; it is tried again.' }),
    disabled_because: z
      .enum(['person', 'failing', 'gone'])
      .nullable()
      .meta({ description: 'failing: for a day nothing could be delivered; gone: it answered 410.' }),
    failing_since: z.string().nullable(),
    former_secret_until: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhookSchema>;

export const publicWebhook = (stored: StoredWebhook): Webhook => ({
  id: stored.webhook_id,
  name: stored.name,
  url: stored.url,
  events: stored.events.filter((type) => TOLD_EVENTS.some((one) => one === type)),
  project_id: stored.only_project ?? null,
  permissions: stored.permissions,
  state: stored.disabled ? 'disabled' : stored.failing_since === undefined ? 'enabled' : 'failing',
  disabled_because: stored.disabled ?? null,
  failing_since: stored.failing_since === undefined ? null : isoTime(stored.failing_since),
  former_secret_until: stored.former === undefined ? null : isoTime(stored.former.until),
  created_at: isoTime(stored.created_at),
  updated_at: isoTime(stored.updated_at),
});
