import { findRun, publicRun, publicTaskState } from '../../bus/index.ts';
import { type Clock, isoTime, SECOND, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { PlannedTask } from '../graph/graph.ts';
import { criticalPath } from '../graph/shape.ts';
import {
  hasDraft,
  isUnsuccessful,
  listPlanTasks,
  listRounds,
  type PlanTask,
  type Round,
  readDraft,
} from '../records/items.ts';
import { resultOf } from '../records/rounds.ts';
import type { PlanTaskView, PlanView } from './plan-view.ts';

const at = (time: number | undefined): string | null => (time === undefined ? null : isoTime(time));

/**
 * A plan as it stands: the tasks of every round that was opened, and the draft that waits for its person. Without `results`
 * each of them is null.
 */
export const findPlan = async (
  project: ProjectScope,
  id: string,
  { results = true, clock = systemClock }: { results?: boolean; clock?: Clock } = {},
): Promise<PlanView> => {
  const run = await findRun(project, id);
  const [rounds, all] = run ? await Promise.all([listRounds(project, id), listPlanTasks(project, id)]) : [[], []];
  if (!run || (run.mode !== 'orchestrated' && rounds.length === 0)) throw new NotFound('There is no such plan.');
  const inForce = run.round ?? 0;
  // Tasks of a round that was never opened are not shown.
  const tasks = all.filter(({ round }) => round <= inForce);
  const next = rounds.find(({ round, state }) => round === inForce + 1 && state === 'drafted');
  const draft = next && hasDraft(next) && !next.error && run.state === 'running' ? await readDraft(next) : [];
  const current = rounds.find(({ round }) => round === inForce);
  const graph = new Set(current?.graph ?? []);
  const shown = next && draft.length > 0 ? next : current;
  const names = new Map([
    ...draft.map(({ number, id: name }) => [number, name] as const),
    ...tasks.map(({ number, plan_id }) => [number, plan_id] as const),
  ]);
  const named = (numbers: number[]): string[] => numbers.flatMap((number) => names.get(number) ?? []);
  const superseded = draft.length > 0 ? tasks.filter(isUnsuccessful).map(({ number }) => number) : [];
  const replaced = (task: PlanTask): boolean => !graph.has(task.number) || superseded.includes(task.number);
  const valid = tasks.filter((task) => !replaced(task));
  const path = criticalPath<PlanTask | PlannedTask>([...valid, ...draft], (task) =>
    weightOf(task, rounds, clock.now()),
  );
  const texts = results ? await resultsOf(tasks) : [];
  const { mode: _, ...known } = publicRun(run, undefined);
  return {
    run_id: run.run_id,
    session_id: run.session_id,
    state: known.state,
    round: inForce,
    tasks: [
      ...tasks.map((task, index) =>
        viewOf(task, { result: texts[index] ?? null, replaced: replaced(task), depends_on: named(task.depends_on) }),
      ),
      ...draft.map((task) => draftedView(task, inForce + 1, named(task.depends_on))),
    ],
    estimated_cost: shown?.estimate?.cost ?? null,
    estimated_duration: shown?.estimate?.duration ?? null,
    critical_path: named(path.path),
    approval_id: run.approval ?? null,
    created_at: known.created_at,
    started_at: known.started_at,
    ended_at: known.ended_at,
  };
};

/** Seconds: what it took, or has taken so far, or is estimated to take. */
const weightOf = (task: PlanTask | PlannedTask, rounds: Round[], now: number): number => {
  if ('started_at' in task && task.started_at !== undefined && task.ended_at !== undefined) {
    return (task.ended_at - task.started_at) / SECOND;
  }
  const estimated = rounds.flatMap(({ estimate }) => estimate?.seconds[String(task.number)] ?? []).at(-1) ?? 0;
  if ('started_at' in task && task.started_at !== undefined && task.state === 'running') {
    return Math.max(estimated, (now - task.started_at) / SECOND);
  }
  return estimated;
};

/** A reply of Lambda's is 6 MB at most; JSON may double what it quotes. */
const MAX_CHARACTERS = 2_000_000;
const EXCERPT_LENGTH = 8_000;

/** Results in full; if they exceed what a reply can hold, the first 8,000 characters of each. */
const resultsOf = async (tasks: PlanTask[]): Promise<(string | null)[]> => {
  const texts = await Promise.all(tasks.map(async (task) => (await resultOf(task)) ?? null));
  const total = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (total <= MAX_CHARACTERS) return texts;
  return texts.map((text) => (text === null ? null : excerpt(text, EXCERPT_LENGTH)));
};

const viewOf = (
  task: PlanTask,
  { result, replaced, depends_on }: { result: string | null; replaced: boolean; depends_on: string[] },
): PlanTaskView => ({
  id: task.plan_id,
  task_id: task.task_id,
  description: task.description,
  agent: task.agent_name,
  depends_on,
  state: publicTaskState(task.state) as PlanTaskView['state'],
  replaced,
  round: task.round,
  result,
  error: task.error ?? null,
  started_at: at(task.started_at),
  ended_at: at(task.ended_at),
});

const draftedView = (task: PlannedTask, round: number, depends_on: string[]): PlanTaskView => ({
  id: task.id,
  task_id: null,
  description: task.description,
  agent: task.agent.name,
  depends_on,
  state: 'blocked',
  replaced: false,
  round,
  result: null,
  error: null,
  started_at: null,
  ended_at: null,
});
