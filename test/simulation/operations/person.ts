import type { Chance } from '../world/chance.ts';
import type { Client } from '../world/client.ts';
import type { World } from '../world/world.ts';

/** A project as a person's programs know it. */
export type Place = { base: string; sessions: string[]; agents: string[]; runs: string[] };

/** What was sent under a key, to be sent again. */
export type Sent = { path: string; body: unknown; key: string };

/** A person with everything their programs remember. */
export type Person = {
  name: string;
  client: Client;
  places: Place[];
  sent: Sent[];
  /** Runs that were accepted: each must end. */
  accepted: { run: string; session: string; place: Place }[];
  connections: { id: string; subscribed: { session: string; last: number }[] }[];
};

export type Doing = { person: Person; world: World; chance: Chance; number: number };

/** One thing a person does; `weight` says how often, compared to others. */
export type Operation = { name: string; weight: number; run(doing: Doing): Promise<void> };

export const idOf = (answer: { body: never } | undefined): string | undefined =>
  (answer?.body as { id?: string } | undefined)?.id;
