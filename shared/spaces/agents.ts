import { findStoredAgent, nameOfAgentId, raiseRevision, revisionOf, type StoredAgent } from '../agents/index.ts';
import type { Cache } from '../cache/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Known } from './known.ts';
import { type Member, membersAt } from './members.ts';

/**
 * The agents of a project from memory, as long as the project's revision says that they are as they were. Each question costs
 * that one small read, and a change is seen by the very next one, whichever container made it.
 */
export class SpaceAgents {
  readonly #project: ProjectScope;
  readonly #known: Known;
  readonly #cache: () => Cache;

  constructor(project: ProjectScope, known: Known, cache: () => Cache) {
    this.#project = project;
    this.#known = known;
    this.#cache = cache;
  }

  /** The newest version of an agent, by its name, key or the id of any of its versions. */
  async get(reference: string): Promise<StoredAgent> {
    return this.#find(reference, await revisionOf(this.#project));
  }

  /** The oldest agents of the project, up to a hundred. */
  async list(): Promise<readonly Member[]> {
    return this.#list(await revisionOf(this.#project));
  }

  /** The project's only agent; without one, all there are to choose from. */
  async only(): Promise<{ only: StoredAgent } | { several: readonly Member[] }> {
    const revision = await revisionOf(this.#project);
    const members = await this.#list(revision);
    const [first, another] = members;
    return first && !another ? { only: await this.#find(first.agent_key, revision) } : { several: members };
  }

  /** One agent, or with `invalidate` alone all of them, are read anew, here and in every other container. */
  async reload(reference: string, clock: Clock = systemClock): Promise<StoredAgent> {
    const { agent_key } = await this.get(reference);
    await this.invalidate(clock);
    return this.get(agent_key);
  }

  async invalidate(clock: Clock = systemClock): Promise<void> {
    this.#known.forget();
    await raiseRevision(this.#project, clock.now());
  }

  async #find(reference: string, revision: number): Promise<StoredAgent> {
    const name = nameOfAgentId(this.#project, reference) ?? reference;
    const known = this.#known.agent(name, revision);
    if (known) return known;
    // After the revision: an agent that is changed between the two reads is newer than its revision, never older.
    const agent = await findStoredAgent(this.#project, name);
    this.#known.keepAgent(agent.agent_key, agent, revision);
    this.#known.keepAgent(agent.name, agent, revision);
    return agent;
  }

  #list(revision: number): Promise<readonly Member[]> {
    return membersAt(this.#project, revision, this.#cache());
  }
}
