import { findLane, type LaneItem } from '../../bus/index.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { type Item, queryPage, ranges } from '../../store/index.ts';
import { MOST_PARALLEL } from '../records/orchestrator-config.ts';
import { takenSlots } from './slots.ts';

/** An entry of the user's list of tasks that wait for a slot. */
export type Waiting = { project: ProjectScope; run: string; task: string; agent: string };

/** The `max_parallel` of a project. */
export type LimitOf = (project: ProjectScope) => Promise<number>;

/** The tasks that fit now, with the lanes that were read for it. `more`: the search was cut short. */
export type Fitting = {
  chosen: Waiting[];
  lanes: Map<string, LaneItem | undefined>;
  more: boolean;
};

/** `likely`: agents whose lanes will be needed and are therefore read at once. */
export type Search = {
  limitOf: LimitOf;
  batchSize: number;
  likely: Pick<Waiting, 'project' | 'agent'>[];
};

const PAGE = 100;
/** Pages read in one search: a task behind this many blocked entries waits for the next search. */
const MAX_PAGES = 5;

/**
 * The oldest waiting tasks that fit both limits: the user's slots, as many as the task's project allows, and their agents'
 * lanes. Tasks of a busy agent, or of a project with a low limit, do not hold up others.
 */
export const selectFitting = async (
  user: UserScope,
  { limitOf, batchSize: atOnce, likely }: Search,
): Promise<Fitting> => {
  const lanes: Fitting['lanes'] = new Map();
  const [first, taken] = await Promise.all([
    pageAfter(user, undefined),
    takenSlots(user),
    readLanes(likely, lanes),
    ...likely.map(({ project }) => limitOf(project)),
  ]);
  const capacity = new Capacity(lanes, taken);
  const chosen: Waiting[] = [];
  let page = first;
  for (let pages = 1; ; pages += 1) {
    const entries = page.items.map((item) => waitingOf(user, item));
    const limits = await Promise.all(entries.map(({ project }) => limitOf(project)));
    const isFull = (limit: number): boolean => chosen.length >= Math.min(limit - taken.size, atOnce);
    const isFullForAll = (): boolean => limits.every(isFull);
    if (!isFullForAll()) await readLanes(entries, lanes);
    for (const [index, entry] of entries.entries()) {
      if (!isFull(limits[index] ?? 0) && capacity.take(entry.agent)) chosen.push(entry);
    }
    const isLast = page.next === undefined || pages === MAX_PAGES;
    // Behind a page of projects that may start nothing more there may be one that allows more than they do.
    if (isFull(MOST_PARALLEL) || isLast) {
      return { chosen, lanes, more: chosen.length === atOnce || page.next !== undefined };
    }
    page = await pageAfter(user, page.next);
  }
};

const pageAfter = (user: UserScope, after: string | undefined) =>
  queryPage({ ...ranges.readyTasks(user), limit: PAGE, ...(after !== undefined && { after }) });

const waitingOf = (user: UserScope, item: Item): Waiting => ({
  project: user.inProject(String(item.project_id)),
  run: String(item.run_id),
  task: String(item.task_id),
  agent: String(item.agent_key),
});

const readLanes = async (entries: Search['likely'], lanes: Fitting['lanes']): Promise<void> => {
  const unknown = new Map(
    entries.filter(({ agent }) => !lanes.has(agent)).map(({ agent, project }) => [agent, project]),
  );
  await Promise.all(
    [...unknown].map(async ([agent, project]) => {
      lanes.set(agent, await findLane(project, agent));
    }),
  );
};

/**
 * How many more tasks each agent can take. A task fits if a slot is free and the queue is empty. If other work holds
 * every slot and none of our own tasks will free one, up to `slots` tasks join the queue.
 */
class Capacity {
  readonly #lanes: Fitting['lanes'];
  readonly #taken: Set<string>;
  readonly #left = new Map<string, number>();

  constructor(lanes: Fitting['lanes'], taken: Set<string>) {
    this.#lanes = lanes;
    this.#taken = taken;
  }

  take(agent: string): boolean {
    const left = this.#left.get(agent) ?? this.#capacityOf(agent);
    if (left <= 0) return false;
    this.#left.set(agent, left - 1);
    return true;
  }

  #capacityOf(agent: string): number {
    const lane = this.#lanes.get(agent);
    // Without a lane a task fails at once, which takes no slot.
    if (!lane || lane.status === 'deleting') return Number.POSITIVE_INFINITY;
    const slots = lane.waiting === 0 ? lane.slots - lane.running : 0;
    if (slots > 0) return slots;
    const comesBack = [...this.#taken].some((slot) => slot.includes(`|${agent}|`));
    return comesBack ? 0 : lane.slots;
  }
}
