import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { readEmailSettings } from '../mail/settings.ts';
import { allWebhooks } from '../webhooks/manage.ts';

/** Who is told of an event: a webhook, or the user by e-mail. */
export type Consumer = {
  id: string;
  events: readonly string[];
  project: string | undefined;
  isEnabled: boolean;
  /** Events of before are not told. */
  since: number;
};

/** By this the deliveries of mails are kept apart from those of webhooks, whose ids have a prefix. */
export const BY_EMAIL = 'email';

export const consumersOf = async (user: UserScope): Promise<Consumer[]> => {
  const [webhooks, email] = await Promise.all([allWebhooks(user), readEmailSettings(user)]);
  return [
    ...webhooks.map(({ webhook_id, events, only_project, disabled, created_at }) => ({
      id: webhook_id,
      events,
      project: only_project,
      isEnabled: disabled === undefined,
      since: created_at,
    })),
    ...(email.events.length > 0
      ? [{ id: BY_EMAIL, events: email.events, project: undefined, isEnabled: true, since: email.since }]
      : []),
  ];
};

type LoggedEvent = { event_id: number; event_type: string; timestamp: string; payload: Record<string, unknown> };

/** What a plug-in added is not told to the plug-in itself. */
const isOwn = ({ payload }: LoggedEvent, { id }: Consumer): boolean =>
  (payload.author as { webhook_id?: string } | undefined)?.webhook_id === id;

export const isTold = (project: ProjectScope, event: LoggedEvent, consumer: Consumer): boolean =>
  consumer.isEnabled &&
  Date.parse(event.timestamp) >= consumer.since &&
  consumer.events.includes(event.event_type) &&
  (consumer.project === undefined || consumer.project === project.projectId) &&
  !isOwn(event, consumer);
