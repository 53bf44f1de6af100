import {
  findStoredAgent,
  listStoredAgents,
  nameOfAgentId,
  raiseRevision,
  revisionOf,
  type StoredAgent,
} from '../agents/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Known, Member } from './known.ts';

/** One page; nobody picks from a longer list. */
const MOST_MEMBERS = 100;

/**
 * The agents of a project from memory, as long as the project's revision says that they are as they were. Each question costs
 * that one small read, and a change is seen by the very next one, whichever container made it.
 */
export class SpaceAgents {
  readonly #project: ProjectScope;
  readonly #known: Known;

  constructor(project: ProjectScope, known: Known) {
    this.#project = project;
    this.#known = known;
  }

  /** The newest version of an agent, by its name, key or the id of any of its versions. */
  async get(reference: string): Promise<StoredAgent> {
    return this.#find(reference, await revisionOf(this.#project));
  }

  /** The oldest agents of the project, up to a hundred. */
  async list(): Promise<Member[]> {
    return this.#list(await revisionOf(this.#project));
  }

  /** The project's only agent; without one, all there are to choose from. */
  async only(): Promise<{ only: StoredAgent } | { several: Member[] }> {
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

  async #list(revision: number): Promise<Member[]> {
    const known = this.#known.members(revision);
    if (known) return known;
    const { items: agents } = await listStoredAgents(this.#project, { limit: MOST_MEMBERS });
    const members = agents.map(({ agent_key, name, created_at }) => ({ agent_key, name, created_at }));
    this.#known.keepMembers(members, revision);
    return members;
  }
}
