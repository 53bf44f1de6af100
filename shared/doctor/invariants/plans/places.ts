import { slotNameOf } from '../../../bus/index.ts';
import { isSettled, type PlanTask } from '../../../plans/index.ts';
import type { Records } from '../../records/records.ts';
import type { Found, Invariant } from '../invariant.ts';
import { isDone } from './tasks.ts';

const projectOf = (place: string): string => place.split('|')[0] ?? '';
const taskOf = (place: string): string => place.split('|')[2] ?? '';

const inActiveProjects = ({ projects }: Records): PlanTask[] =>
  projects.filter(({ state }) => state === 'active').flatMap(({ planTasks }) => [...planTasks.values()]);

/** A place of a task that is gone is freed at the next look, or with the next task that waits for one. */
const freeable = (records: Records, isLost: (task: PlanTask | undefined) => boolean): Found[] => {
  const { projects, places } = records;
  return places.flatMap((place): Found[] => {
    const project = projects.find(({ id }) => id === projectOf(place));
    if (project && project.state !== 'active') return [];
    const task = project?.planTasks.get(taskOf(place));
    if (!isLost(task)) return [];
    return [
      {
        about: { project: projectOf(place), task: taskOf(place) },
        text: `A place of the user's plans is taken by a task that ${task ? `is ${task.state}` : 'does not exist'}.`,
        // One that has not begun may take its place at any moment.
        ...(!(task && isNotBegun(task)) && {
          repair: { kind: 'free place', project: projectOf(place), task: taskOf(place), place },
        }),
      },
    ];
  });
};

/** "A task keeps its plan slot until it is settled", and has one from the moment it leaves the list of ready tasks. (plans) */
export const planPlaces: Invariant = {
  name: 'places of plans',
  moment: 'always',
  broken: (records) => {
    const taken = new Set(records.places);
    const without = inActiveProjects(records).filter((task) => isUnderWay(task) && !taken.has(slotNameOf(task)));
    return [
      ...freeable(records, (task) => task !== undefined && (isDone(task) || isNotBegun(task))),
      ...without.map(({ project_id: project, run_id: run, task_id: task, state }) => ({
        about: { project, run, task },
        text: `A plan's task is ${state} without a place.`,
      })),
    ];
  },
};

const isNotBegun = ({ state }: PlanTask): boolean => state === 'blocked' || state === 'ready';
const isUnderWay = (task: PlanTask): boolean => !isSettled(task) && !isNotBegun(task);

/** At rest no place is taken by a task that went with its session. */
export const forgottenPlaces: Invariant = {
  name: 'forgotten places of plans',
  moment: 'at rest',
  broken: (records) => freeable(records, (task) => task === undefined),
};

/** A ready task is in the user's list of those that wait for a place, and nobody else is. (plans) */
export const readyList: Invariant = {
  name: 'ready tasks',
  moment: 'always',
  broken: (records) => {
    const listed = new Set(records.ready.map(({ task }) => task));
    const missing = inActiveProjects(records).filter(({ state, task_id }) => state === 'ready' && !listed.has(task_id));
    return [
      ...strayEntries(records, (task) => task !== undefined && task.state !== 'ready'),
      ...missing.map(({ project_id: project, run_id: run, task_id: task }) => ({
        about: { project, run, task },
        text: 'A task is ready, but not in the list of those that wait for a place.',
      })),
    ];
  },
};

/** At rest the list names no task that went with its session. */
export const forgottenReady: Invariant = {
  name: 'forgotten ready tasks',
  moment: 'at rest',
  broken: (records) => strayEntries(records, (task) => task === undefined),
};

const strayEntries = ({ projects, ready }: Records, isStray: (task: PlanTask | undefined) => boolean): Found[] =>
  ready.flatMap(({ project: id, run, task }): Found[] => {
    const project = projects.find((one) => one.id === id);
    if (project && project.state !== 'active') return [];
    const found = project?.planTasks.get(task);
    if (!isStray(found)) return [];
    return [
      {
        about: { project: id, run, task },
        text: `The list of ready tasks has one that ${found ? `is ${found.state}` : 'does not exist'}.`,
        repair: { kind: 'remove ready entry', project: id, run, task },
      },
    ];
  });
