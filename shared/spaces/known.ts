import { LRUCache } from 'lru-cache';
import type { StoredAgent } from '../agents/index.ts';
import { type Clock, MINUTE } from '../core/clock.ts';

/** However right it seems: what was changed past the platform, in the table itself, is seen after this long. */
export const KEPT_FOR = 5 * MINUTE;
/** Of one project, in characters of its agents' settings: some two hundred usual agents, or thirty of the longest. */
const MOST_CHARACTERS = 1_000_000;

/**
 * What a container knows of one project's agents, each fact with the revision under which it was read. A fact counts only
 * while the project is at that revision, so a slow reader does no harm:
 *
 *     one        revision 7 ── reads the agent ──────────────────────── keeps it as of 7: nobody takes it
 *     another                                   changes it, revision 8
 */
export class Known {
  readonly #agents: LRUCache<string, { agent: StoredAgent; revision: number }>;
  readonly since: number;

  constructor(clock: Clock) {
    this.#agents = new LRUCache({
      ttl: KEPT_FOR,
      ttlResolution: 0,
      perf: clock,
      maxSize: MOST_CHARACTERS,
      sizeCalculation: ({ agent }) => JSON.stringify(agent.config).length,
    });
    this.since = clock.now();
  }

  agent(reference: string, revision: number): StoredAgent | undefined {
    const found = this.#agents.get(reference);
    return found?.revision === revision ? found.agent : undefined;
  }

  keepAgent(reference: string, agent: StoredAgent, revision: number): void {
    this.#agents.set(reference, { agent, revision });
  }

  forget(): void {
    this.#agents.clear();
  }
}
