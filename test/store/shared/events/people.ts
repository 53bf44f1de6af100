import { newId } from '../../../../shared/core/ids.ts';
import { authenticated, type ProjectScope } from '../../../../shared/core/scope.ts';
import { lineOf, type NewEvent, type SessionEvent } from '../../../../shared/events/index.ts';
import { queryAll, ranges } from '../../../../shared/store/index.ts';

export const alice = authenticated({ userId: 'alice' });
export const bob = authenticated({ userId: 'bob' });
export const project = alice.inProject('prj_home');

export const newSession = (): string => newId('ses');

export const progress = (text: string): NewEvent => ({ event_type: 'task_progress', payload: { text } });

/** Every event the log holds now, from the items themselves: their numbers by key, their text as stored. */
export const storedEvents = async (scope: ProjectScope, session: string): Promise<SessionEvent[]> => {
  const events: SessionEvent[] = [];
  for await (const item of queryAll(ranges.events(scope, session))) {
    for (const [place, line] of (item.lines as string[]).entries()) {
      const event = JSON.parse(line) as SessionEvent;
      if (event.event_id !== Number(item.sk.slice(3)) + place) throw new Error(`${item.sk} holds ${event.event_id}`);
      if (lineOf(event) !== line) throw new Error(`The stored text of ${event.event_id} is not canonical.`);
      events.push(event);
    }
  }
  return events;
};
