import type { Person } from './artel.ts';

export type StoredEvent = {
  event_id: number;
  event_type: string;
  session_id: string;
  timestamp: string;
  payload: Record<string, unknown>;
};

/** What a session's log holds now, over the public interface. */
export const storedEvents = async (who: Person, session: string, project = 'default'): Promise<StoredEvent[]> => {
  const answer = await who.call<string>('GET', `/my/projects/${project}/chat/${session}/events?follow=false`);
  if (answer.status !== 200) throw new Error(`The events answer ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String(answer.body)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoredEvent);
};

export const typesOf = (events: StoredEvent[]): string[] => events.map(({ event_type }) => event_type);

/** The text a reader of the deltas holds before `message_created` comes. */
export const textOfDeltas = (events: StoredEvent[], message: string): string =>
  events
    .filter(({ event_type, payload }) => event_type === 'message_delta' && payload.message_id === message)
    .reduce((text, { payload }) => text.slice(0, Number(payload.offset)) + String(payload.text), '');
