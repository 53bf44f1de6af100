import { beforeAll } from 'vitest';
import { type InArtel, inArtel } from '../../support/in-artel.ts';
import { type Clients, clientsOf } from './clients.ts';

/** The system for a test file of `/v1`, with the official clients under a key of alice's. */
export const inV1 = (): InArtel & { clients: Clients } => {
  const here = inArtel() as InArtel & { clients: Clients };
  beforeAll(async () => {
    here.clients = await clientsOf(here.artel, here.alice);
  });
  return here;
};
