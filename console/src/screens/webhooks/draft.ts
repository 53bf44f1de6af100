import type { components, InputOf } from '../../../../clients/typescript/src/index.ts';
import type { NotifiedEvent } from '../../texts/events.ts';

export type KnownWebhook = components['schemas']['Webhook'];
export type NewBody = InputOf<'POST /my/webhooks'>['body'];
export type ChangedBody = InputOf<'PATCH /my/webhooks/{webhook_id}'>['body'];
export type Permission = KnownWebhook['permissions'][number];

export const PERMISSIONS = ['messages:write', 'files:write'] as const satisfies readonly Permission[];

/** As the form holds it. `project`: empty for all of them. */
export type Draft = {
  name: string;
  url: string;
  events: readonly string[];
  project: string;
  permissions: readonly string[];
};

export const newDraft = (): Draft => ({
  name: '',
  url: '',
  events: ['run_completed', 'approval_required', 'error'],
  project: '',
  permissions: [],
});

export const draftOf = ({ name, url, events, project_id, permissions }: KnownWebhook): Draft => ({
  name,
  url,
  events,
  project: project_id ?? '',
  permissions,
});

export const isComplete = ({ url, events }: Draft): boolean => url.trim() !== '' && events.length > 0;

/** Permissions are for one project: without one there are none. */
export const newBody = ({ name, url, events, project, permissions }: Draft): NewBody => ({
  url: url.trim(),
  events: events as NotifiedEvent[],
  ...(name.trim() && { name: name.trim() }),
  ...(project && { project_id: project, permissions: permissions as Permission[] }),
});

/** Only what is different from what is stored; `undefined` where nothing is. */
export const changes = (before: KnownWebhook, draft: Draft): ChangedBody | undefined => {
  const { name, url, events, permissions } = draft;
  const changed: ChangedBody = {
    ...(name.trim() && name.trim() !== before.name && { name: name.trim() }),
    ...(url.trim() !== before.url && { url: url.trim() }),
    ...(!sameSet(events, before.events) && { events: events as NotifiedEvent[] }),
    ...(!sameSet(permissions, before.permissions) && { permissions: permissions as Permission[] }),
  };
  return Object.keys(changed).length > 0 ? changed : undefined;
};

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));
