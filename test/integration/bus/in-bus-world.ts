import { afterAll, beforeAll } from 'vitest';
import type { Artel } from '../../support/artel.ts';
import { type InArtel, inArtel } from '../../support/in-artel.ts';
import { type Listener, listen } from '../../support/listener.ts';

/** The system for a test file of the bus: a model with one plain answer, and a listener to alice's sessions. */
export const inBusWorld = (start?: () => Promise<Artel>): InArtel & { listener: Listener } => {
  const here = inArtel(start) as InArtel & { listener: Listener };
  beforeAll(async () => {
    here.artel.model.always({ text: 'A plain answer.' });
    here.listener = await listen(here.artel.cloud.socketUrl, here.alice);
  });
  afterAll(() => here.listener?.close());
  return here;
};
