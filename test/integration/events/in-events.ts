import { afterAll, beforeAll } from 'vitest';
import type { Artel } from '../../support/artel.ts';
import type { EventClient } from '../../support/event-client.ts';
import { type InArtel, inArtel } from '../../support/in-artel.ts';

type InEvents = InArtel & { kept<T extends EventClient>(client: T): T };

/** The system for a test file of events, whose model gives this answer; clients that are kept are stopped at its end. */
export const inEvents = (answer: string, start?: () => Promise<Artel>): InEvents => {
  const clients: EventClient[] = [];
  const here = Object.assign(inArtel(start), {
    kept: <T extends EventClient>(client: T): T => {
      clients.push(client);
      return client;
    },
  });
  beforeAll(() => here.artel.model.always({ text: answer }));
  afterAll(() => Promise.all(clients.map((client) => client.stop())));
  return here;
};
