import { SECOND } from '../../shared/core/clock.ts';
import type { Person } from './artel.ts';
import { followNdjson } from './event-client.ts';
import { type StoredEvent, storedEvents, typesOf } from './events.ts';

export type Approval = {
  id: string;
  kind: string;
  status: string;
  risk: string;
  payload: Record<string, unknown>;
  schema?: Record<string, unknown>;
  decision: { decision: string; reason: string | null; arguments: Record<string, unknown> | null } | null;
};

/** Longer than anything but a standstill takes. */
const WITHIN = 100 * SECOND;

/** Follows the session until its log holds what is looked for, and answers all it then holds. */
export const eventually = async (
  who: Person,
  session: string,
  found: (events: StoredEvent[]) => boolean,
): Promise<StoredEvent[]> => {
  const follower = followNdjson({ ...who, session });
  const events = (): StoredEvent[] => follower.reader.events as StoredEvent[];
  try {
    await follower.until(() => found(events()), WITHIN);
  } catch (cause) {
    throw new Error(`It never came: ${typesOf(events()).join(', ')}`, { cause });
  } finally {
    await follower.stop();
  }
  return storedEvents(who, session);
};

/** Waits until the session's run asks a person, the `nth` time. */
export const pendingApproval = async (who: Person, session: string, nth = 1): Promise<Approval> => {
  const asked = (events: StoredEvent[]) => events.filter(({ event_type }) => event_type === 'approval_required');
  const events = await eventually(who, session, (all) => asked(all).length >= nth);
  const id = String(asked(events)[nth - 1]?.payload.approval_id);
  return (await who.call<Approval>('GET', `/my/approvals/${id}`)).body;
};

export const decide = (who: Person, id: string, body: Record<string, unknown>) =>
  who.call<Approval & { error_code?: string; detail?: string }>('POST', `/my/approvals/${id}/confirm`, body);

/** The end of the newest run of a session. */
export const ended = (who: Person, session: string, runs = 1): Promise<StoredEvent[]> =>
  eventually(
    who,
    session,
    (events) => events.filter(({ event_type }) => event_type === 'run_completed').length >= runs,
  );
