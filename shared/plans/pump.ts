import {
  afterCommit,
  findLane,
  type LaneItem,
  type LaneTask,
  laneTask,
  placeNameOf,
  putEntry,
  RESEND_AFTER,
  started,
} from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { fullJitter, pause } from '../core/jitter.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import {
  deleteItem,
  due,
  getItems,
  laneKeys,
  queryPage,
  runKeys,
  transact,
  userKeys,
  type Write,
} from '../store/index.ts';
import { type PlanTask, readPlanTask } from './items.ts';
import { findOrchestratorConfig } from './orchestrator-config.ts';
import { takenPlaces, takePlaces } from './places.ts';
import { AGENT_GONE, endingWrite } from './ready.ts';

/** Tasks that start in one transaction: three writes each, their lanes and the places stay under its hundred. */
const AT_ONCE = 20;
const PAGE = 100;

/** A ready task with the scope of its project. */
type Candidate = { project: ProjectScope; task: PlanTask };

/**
 * Hands out places: ready tasks, the oldest first, start as far as the user's limit and their agents' lanes allow, until
 * nothing fits. Returns tasks that could not start because their agent is gone: they have failed, and their dependents are
 * to be told.
 */
export const pump = async (user: UserScope, clock: Clock = systemClock): Promise<Candidate[]> => {
  const failed: Candidate[] = [];
  for (let lost = 0; lost < 40; ) {
    const outcome = await pumpOnce(user, failed, clock);
    if (outcome === 'nothing fits') break;
    if (outcome === 'moved') {
      lost += 1;
      await pause(fullJitter(Math.min(lost, 5), 4, 100));
    }
  }
  return failed;
};

const pumpOnce = async (
  user: UserScope,
  failed: Candidate[],
  clock: Clock,
): Promise<'started' | 'moved' | 'nothing fits'> => {
  const [page, taken, { max_parallel }] = await Promise.all([
    queryPage({ in: userKeys.planLane(user), prefix: 'READY#', limit: PAGE }),
    takenPlaces(user),
    findOrchestratorConfig({ user }),
  ]);
  const free = Math.min(max_parallel - taken.size, AT_ONCE);
  if (page.items.length === 0 || free <= 0) return 'nothing fits';
  const entries = page.items.map((item) => ({
    project: user.inProject(String(item.project_id)),
    run: String(item.run_id),
    task: String(item.task_id),
    agent: String(item.agent_key),
  }));
  const lanes = new Map<string, LaneItem | undefined>();
  const projects = new Map(entries.map(({ project, agent }) => [agent, project]));
  await Promise.all(
    [...projects].map(async ([agent, project]) => {
      lanes.set(agent, await findLane(project, agent));
    }),
  );
  const chosen = choose(entries, lanes, taken, free);
  if (chosen.length === 0) return 'nothing fits';
  const items = await getItems(chosen.map(({ project, run, task }) => runKeys.task(project, run, task)));
  const tasks = new Map(items.map((item) => [String(item.task_id), readPlanTask(item)]));
  const candidates: Candidate[] = [];
  let moved = false;
  let progress = false;
  for (const { project, run, task: id } of chosen) {
    const task = tasks.get(id);
    const lane = task && lanes.get(task.agent_key);
    if (!task) {
      // The whole run was removed.
      await deleteItem(userKeys.ready(user, id));
      progress = true;
    } else if (task.state !== 'ready' || task.run_id !== run) moved = true;
    else if (task.gone || !lane) {
      const ended = await failReady(project, task, clock);
      if (ended) failed.push({ project, task: ended });
      progress = true;
    } else if (lane.status !== 'deleting') candidates.push({ project, task });
  }
  if (moved) return 'moved';
  if (candidates.length === 0) return progress ? 'started' : 'nothing fits';
  return (await start(user, candidates, lanes, max_parallel, clock)) ? 'started' : 'moved';
};

type Entry = { project: ProjectScope; run: string; task: string; agent: string };

/**
 * The oldest that fit both limits. A task fits its lane if a slot is free and nobody waits for it; where every slot is
 * taken by other work and none of the user's own tasks is there whose end would bring us back, some join the queue.
 */
const choose = (
  entries: Entry[],
  lanes: Map<string, LaneItem | undefined>,
  taken: Set<string>,
  free: number,
): Entry[] => {
  const room = new Map<string, number>();
  const roomOf = (agent: string): number => {
    const known = room.get(agent);
    if (known !== undefined) return known;
    const lane = lanes.get(agent);
    // Without a lane it fails at once, which takes no place.
    if (!lane || lane.status === 'deleting') return Number.POSITIVE_INFINITY;
    const slots = lane.waiting === 0 ? lane.slots - lane.running : 0;
    const comesBack = [...taken].some((place) => place.includes(`|${agent}|`));
    return slots > 0 ? slots : comesBack ? 0 : lane.slots;
  };
  const chosen: Entry[] = [];
  for (const entry of entries) {
    if (chosen.length >= free) break;
    const left = roomOf(entry.agent);
    if (left <= 0) continue;
    room.set(entry.agent, left - 1);
    chosen.push(entry);
  }
  return chosen;
};

const stillReady = '#state = :ready';
/** Exactly as read: whoever moved a lane meanwhile makes us read again. */
const asRead = '#status = :status and #running = :running and #waiting = :waiting and #slots = :slots';

const start = async (
  user: UserScope,
  candidates: Candidate[],
  lanes: Map<string, LaneItem | undefined>,
  limit: number,
  clock: Clock,
): Promise<boolean> => {
  const now = clock.now();
  const writes: Write[] = [
    takePlaces(
      user,
      candidates.map(({ task }) => placeNameOf(task)),
      limit,
    ),
  ];
  const starts: { project: ProjectScope; task: LaneTask }[] = [];
  for (const agent of new Set(candidates.map(({ task }) => task.agent_key))) {
    const lane = lanes.get(agent) as LaneItem;
    const own = candidates.filter(({ task }) => task.agent_key === agent);
    const slots = lane.waiting === 0 ? Math.max(0, lane.slots - lane.running) : 0;
    for (const [place, { project, task }] of own.entries()) {
      const isStarted = place < slots;
      if (isStarted) starts.push({ project, task: laneTask(task) });
      writes.push(leaveReady(project, task, isStarted, now), { remove: userKeys.ready(user, task.task_id) });
      if (!isStarted) writes.push(putEntry(project, agent, laneTask(task)));
    }
    const begun = Math.min(own.length, slots);
    const { project } = own[0] as Candidate;
    const { status, running, waiting } = lane;
    writes.push({
      key: laneKeys.lane(project, agent),
      update: 'SET #running = #running + :begun, #waiting = #waiting + :queued',
      when: asRead,
      values: { status, running, waiting, slots: lane.slots, begun, queued: own.length - begun },
    });
  }
  const outcome = await transact(writes);
  if (!outcome.ok) return false;
  await Promise.all(
    starts.map(({ project, task }) =>
      afterCommit({ project, starts: [started(task)], session: task.session_id, events: [] }),
    ),
  );
  return true;
};

const leaveReady = (project: ProjectScope, task: PlanTask, isStarted: boolean, now: number): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return isStarted
    ? {
        key,
        update: 'SET #state = :dispatched, #wake = #wake + :one, #due_at = :due_at, #due_shard = :due_shard',
        when: stillReady,
        values: { ready: 'ready', dispatched: 'dispatched', one: 1, ...due(key, now + RESEND_AFTER) },
      }
    : {
        key,
        update: 'SET #state = :queued REMOVE #due_at, #due_shard',
        when: stillReady,
        values: { ready: 'ready', queued: 'queued' },
      };
};

/** Its agent is gone, and counts it in no lane. */
const failReady = async (project: ProjectScope, task: PlanTask, clock: Clock): Promise<PlanTask | undefined> => {
  const now = clock.now();
  const ending = { state: 'failed' as const, error: AGENT_GONE };
  const outcome = await transact([
    endingWrite(project, task, ending, now, stillReady),
    { remove: userKeys.ready(project.user, task.task_id) },
  ]);
  return outcome.ok ? { ...task, ...ending, ended_at: now, announced: false } : undefined;
};
