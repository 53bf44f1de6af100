import { auditItem } from '../../audit/index.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { UserScope } from '../../core/scope.ts';
import { appendWrites, followingOf, push, readEnd } from '../../events/index.ts';
import { findSessionState } from '../../sessions/index.ts';
import { getItem, sessionKeys, transact, userKeys, type Write } from '../../store/index.ts';
import type { StoredDelivery } from '../deliveries/delivery.ts';
import type { StoredWebhook } from './webhook.ts';

const MAX_ATTEMPTS = 10;

const isEnabled = 'attribute_exists(#pk) and attribute_not_exists(#disabled)';

type Disabling = { webhook: StoredWebhook; delivery: StoredDelivery; why: 'failing' | 'gone'; now: number };

/**
 * Nothing is delivered to it until its owner enables it. They learn of it from the log of the session whose event could not be
 * delivered, from the audit trail, and by e-mail if they want to: all in one transaction, by whoever is the first to find out.
 */
export const disable = async (user: UserScope, { webhook, delivery, why, now }: Disabling): Promise<void> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(attempt, { base: 4, cap: 200 }));
    const told = await toldIn(user, { webhook, delivery, why, now });
    const outcome = await transact([
      {
        key: userKeys.webhook(user, webhook.webhook_id),
        update: 'set #disabled = :why, #updated_at = :now',
        when: isEnabled,
        values: { why, now },
      },
      { put: auditItem(user, 'webhook_disabled', { target: webhook.webhook_id }, now) },
      ...told.writes,
    ]);
    if (outcome.ok) return told.push();
    if (outcome.lost.includes(0)) return;
  }
};

type Telling = { writes: Write[]; push: () => Promise<void> };

/** In the session's log, if it is there still. */
const toldIn = async (user: UserScope, { webhook, delivery, why, now }: Disabling): Promise<Telling> => {
  const nothing: Telling = { writes: [], push: async () => undefined };
  if (delivery.session_id === undefined) return nothing;
  const { session_id: session } = delivery;
  const project = user.inProject(delivery.project_id);
  const [state, end, log] = await Promise.all([
    findSessionState(project, session),
    readEnd(project, session),
    getItem(sessionKeys.log(project, session)),
  ]);
  if (state?.status !== 'open') return nothing;
  const payload = { webhook_id: webhook.webhook_id, name: webhook.name, why };
  const { writes, following } = await followingOf(project, session, { log, now });
  const appended = appendWrites(project, session, {
    end,
    events: [{ event_type: 'webhook_disabled', payload }],
    now,
    following,
  });
  return {
    writes: [...writes, ...appended.writes],
    push: async () => {
      await push(project, session, appended.events);
    },
  };
};
