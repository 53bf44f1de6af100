import { isFinal, type Run } from '../../../bus/index.ts';
import { restored } from '../../../core/scope.ts';
import { nameOf, type PlanTask, type Round } from '../../../plans/index.ts';
import { projectKeys, runKeys } from '../../../store/index.ts';
import type { ProjectRecords } from '../../records/project.ts';
import { type Found, type Invariant, ofProjects } from '../invariant.ts';
import { isDone } from './tasks.ts';

/** "The run is due every minute": that finds an execution which died, and completes a cancellation. (plans) */
export const watchedPlans: Invariant = {
  name: 'plans that nobody watches',
  moment: 'always',
  broken: ofProjects((project) =>
    [...project.runs.values()].flatMap((run): Found[] => {
      if (!isWatched(run) || run.due_at !== undefined) return [];
      const scope = restored({ user_id: project.user, project_id: project.id });
      return [
        {
          about: { session: run.session_id, run: run.run_id },
          text: `A plan is ${run.state} but not due, so nobody watches it.`,
          repair: {
            kind: 'make due',
            key: projectKeys.run(scope, run.run_id),
            attribute: 'state',
            read: run.state,
          },
        },
      ];
    }),
  ),
};

const isWatched = ({ mode, state, cleanup }: Run): boolean =>
  mode === 'orchestrated' && (state === 'running' || state === 'cancelling' || cleanup === true);

/** "A round is over exactly when its sinks have settled", and it stays due until its execution has heard. (plans) */
export const rounds: Invariant = {
  name: 'rounds',
  moment: 'always',
  broken: ofProjects((project) => [
    ...project.rounds.flatMap((round) => brokenRound(project, round)),
    ...[...project.runs.values()].flatMap((run) => roundInForce(project, run)),
  ]),
};

const roundInForce = ({ rounds: all }: ProjectRecords, { run_id: run, state, round = 0 }: Run): Found[] => {
  if (state !== 'running' || round === 0) return [];
  const found = all.find((one) => one.run_id === run && one.round === round);
  if (found?.state === 'open' || found?.state === 'ended') return [];
  return [{ about: { run }, text: `A plan is in round ${round}, which is ${found?.state ?? 'gone'}.` }];
};

const brokenRound = (project: ProjectRecords, round: Round): Found[] => {
  const run = project.runs.get(round.run_id);
  if (run?.state !== 'running') return [];
  const about = { run: round.run_id };
  const hasNews = round.state === 'ended' || (round.state === 'drafted' && round.verdict !== undefined);
  if (hasNews && round.due_at === undefined) {
    const scope = restored({ user_id: project.user, project_id: project.id });
    const key = runKeys.round(scope, round.run_id, round.round);
    return [
      {
        about,
        text: `Round ${round.round} is ${round.state}, and not due: its execution may never hear of it.`,
        repair: { kind: 'make due', key, attribute: 'state', read: round.state },
      },
    ];
  }
  if (round.state !== 'open') return [];
  const sinks = sinksOf(project, round);
  const left = new Set(round.left);
  const forgotten = sinks.filter((task) => isDone(task) && left.has(nameOf(task.number)));
  const lost = left.size === 0 && !sinks.some((task) => isFinal(task.state) && task.due_at !== undefined);
  return [
    ...forgotten.map((task) => ({
      about: { ...about, task: task.task_id },
      text: `Round ${round.round} waits for a task that is ${task.state}.`,
      repair: makeDue(project, task),
    })),
    ...(lost ? [{ about, text: `Round ${round.round} waits for nothing, and does not end.` }] : []),
  ];
};

/** What follows its end is done once more, and the round no longer waits for it. */
const makeDue = ({ user, id }: ProjectRecords, { run_id, task_id, state }: PlanTask): Found['repair'] => ({
  kind: 'make due',
  key: runKeys.task(restored({ user_id: user, project_id: id }), run_id, task_id),
  attribute: 'state',
  read: state,
});

const sinksOf = ({ planTasks }: ProjectRecords, { run_id, round }: Round): PlanTask[] =>
  [...planTasks.values()].filter((task) => task.run_id === run_id && task.round === round && task.sink);
