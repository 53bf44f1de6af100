import type { Chance } from '../world/chance.ts';
import type { Client, Streamed } from '../world/client.ts';
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
  /** As an operator set it last. */
  tier?: string;
  /** They have asked to be removed, and were told that they are. */
  hasLeft?: boolean;
  /** … by a request that was carried out to its end. */
  wasAnswered?: boolean;
  sent: Sent[];
  /** Runs that were accepted: each must end. */
  accepted: { run: string; session: string; place: Place }[];
  /** What was asked under `/v1`, with what came back; `key` where it names a run. */
  asked: { path: string; stream: boolean; key: string | undefined; answer: Streamed }[];
  responses: string[];
  /** Programs that follow sessions over REST: each part begins after the last number of the one before. */
  readers: {
    id: string;
    session: string;
    last: number;
    busy: boolean;
    parts: { after: number; lines: string[] }[];
  }[];
  connections: { id: string; subscribed: { session: string; last: number }[] }[];
};

export type Doing = { person: Person; world: World; chance: Chance; number: number };

/** One thing a person does; `weight` says how often, compared to others. */
export type Operation = { name: string; weight: number; run(doing: Doing): Promise<void> };

export const idOf = (answer: { body: never } | undefined): string | undefined =>
  (answer?.body as { id?: string } | undefined)?.id;
