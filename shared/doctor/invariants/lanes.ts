import { isFinal, type LaneItem, type Task } from '../../bus/index.ts';
import { sha256 } from '../../core/digest.ts';
import { restored } from '../../core/scope.ts';
import { laneKeys } from '../../store/index.ts';
import type { ProjectRecords } from '../records/project.ts';
import type { LaneCounts } from '../repair/repair.ts';
import { type Found, type Invariant, ofProjects } from './invariant.ts';

/** A task counts in its agent's lane until it is final, or until its agent was deleted before it began. */
const counts = ({ state, gone }: Task): boolean => !isFinal(state) && !gone;

const holdsSlot = ({ state }: Task): boolean => state === 'dispatched' || state === 'running';

const countsOf = (tasks: Task[]): LaneCounts => ({
  running: tasks.filter(holdsSlot).length,
  waiting: tasks.filter(({ state }) => state === 'queued').length,
  live: tasks.length,
});

/**
 * A busy lane moves while it is read, and its counters say the same of other tasks:
 *
 *   doctor   reads the lane: running 1 ........................ reads the tasks: none runs     (twice, in the same way)
 *   worker                                  A ends ............................................ B starts: running 1
 */
const stateOf = (tasks: Task[]): string =>
  sha256(tasks.map(({ task_id, state, wake, gone }) => `${task_id} ${state} ${wake} ${gone ?? false}`).join('\n'));

/** "The counters of its agent's lane are exact sums over those states and change in the same transaction." (bus) */
export const laneCounts: Invariant = {
  name: 'lane counts',
  moment: 'always',
  broken: ofProjects(({ id, lanes, tasks }) => {
    const ofAgents = Map.groupBy(tasks.values(), ({ agent_key }) => agent_key);
    return lanes.flatMap((lane): Found[] => {
      const own = ofAgents.get(lane.agent_key) ?? [];
      const counted = countsOf(own.filter(counts));
      const read = { running: lane.running, waiting: lane.waiting, live: lane.live };
      const wrong = (['running', 'waiting', 'live'] as const).filter((name) => read[name] !== counted[name]);
      if (wrong.length === 0) return [];
      const said = wrong.map((name) => `${name} is ${read[name]}, counted ${counted[name]}`);
      return [
        {
          about: { agent: lane.agent_key },
          text: `The lane's counters are wrong: ${said.join('; ')}.`,
          countedFrom: stateOf(own),
          repair: { kind: 'recount lane', project: id, agent: lane.agent_key, read, counted },
        },
      ];
    });
  }),
};

/** "Queued ones stand in the lane's queue", and nobody else does. (bus) */
export const laneQueue: Invariant = {
  name: 'lane queue',
  moment: 'always',
  broken: ofProjects((project) => [...strayEntries(project), ...missingEntries(project)]),
};

const strayEntries = ({ id, laneEntries, tasks }: ProjectRecords): Found[] =>
  laneEntries.flatMap(({ agent, task_id: task, run_id: run }): Found[] => {
    const found = tasks.get(task);
    if (found?.state === 'queued' && found.agent_key === agent) return [];
    return [
      {
        about: { agent, run, task },
        text: `The lane's queue has a task that ${found ? `is ${found.state}` : 'does not exist'}.`,
        repair: { kind: 'remove lane entry', project: id, agent, run, task },
      },
    ];
  });

const missingEntries = ({ id, laneEntries, tasks }: ProjectRecords): Found[] => {
  const queued = new Set(laneEntries.map(({ agent, task_id }) => `${agent}|${task_id}`));
  return [...tasks.values()].flatMap(({ state, agent_key: agent, task_id: task, run_id: run }): Found[] => {
    if (state !== 'queued' || queued.has(`${agent}|${task}`)) return [];
    return [
      {
        about: { agent, run, task },
        text: 'A queued task is missing in the queue of its lane.',
        repair: { kind: 'put lane entry', project: id, run, task },
      },
    ];
  });
};

/** A free slot beside waiting work is filled by whoever finds the lane due. (bus, "Lanes") */
export const idleSlots: Invariant = {
  name: 'idle slots',
  moment: 'always',
  broken: ofProjects(({ user, id, lanes }) =>
    lanes.flatMap((lane): Found[] => {
      if (lane.due_at !== undefined || !wantsLook(lane)) return [];
      const project = restored({ user_id: user, project_id: id });
      const reason = lane.running < lane.slots ? 'has a free slot and waiting tasks' : `is ${lane.status}`;
      return [
        {
          about: { agent: lane.agent_key },
          text: `The lane ${reason} but is not due.`,
          repair: {
            kind: 'make due',
            key: laneKeys.lane(project, lane.agent_key),
            attribute: 'status',
            read: lane.status,
          },
        },
      ];
    }),
  ),
};

const wantsLook = ({ running, slots, waiting, status }: LaneItem): boolean =>
  (running < slots && waiting > 0) || status === 'draining' || status === 'deleting';

/** An agent that is off has no work, and a live task has a lane that counts it. (bus) */
export const lanelessWork: Invariant = {
  name: 'work without a lane',
  moment: 'always',
  broken: ofProjects(({ lanes, tasks }) => {
    const working = new Set(lanes.filter(({ status }) => status !== 'off').map(({ agent_key }) => agent_key));
    return [...tasks.values()]
      .filter((task) => counts(task) && !working.has(task.agent_key))
      .map(({ agent_key: agent, run_id: run, task_id: task, state }) => ({
        about: { agent, run, task },
        text: `A task is ${state}, but its agent is off or gone.`,
      }));
  }),
};
