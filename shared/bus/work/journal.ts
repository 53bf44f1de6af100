import * as z from 'zod';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  type Item,
  packText,
  queryAll,
  ranges,
  runKeys,
  SCHEMA_VERSION,
  transact,
  unpackText,
  updateItem,
  type Write,
} from '../../store/index.ts';
import { type Consent, type Intent, intentSchema, type Task } from '../records/items.ts';
import type { JournalStep, ToolRequest } from '../records/journal-steps.ts';
import { type Claim, fence, mine } from './claim.ts';

/*
 * A task's work is a sequence of recorded steps: one model call or one tool call each, or of a build what it names itself. A worker that claims a task reads
 * its journal and continues after the last step; a recorded step is never done twice.
 */

const storedStep = z.object({
  step: z.number().int(),
  /** Those of before have no times. */
  began_at: z.number().optional(),
  ended_at: z.number().optional(),
  /** The decision it waited for. */
  approval: z.string().optional(),
  content: z.string().optional(),
  content_ref: z.string().optional(),
});

/** Every step of a task in its order. */
export const readJournal = async (project: ProjectScope, task: Task): Promise<JournalStep[]> => {
  const steps: JournalStep[] = [];
  for await (const item of queryAll(ranges.steps(project, task.run_id, task.task_id))) {
    steps.push((await readStep(item)).step);
  }
  return steps;
};

/** A stored step with what is told of it. */
export const readStep = async (item: Item) => {
  const { step: number, began_at: began, ended_at: ended, approval, ...text } = storedStep.parse(item);
  return { number, began, ended, approval, step: JSON.parse(await unpackText(text)) as JournalStep };
};

/** The calls of the newest model step that have no result yet, in their order. */
export const openCalls = (journal: JournalStep[]): ToolRequest[] => {
  const last = journal.findLastIndex(({ kind }) => kind === 'model');
  const model = journal[last];
  if (model?.kind !== 'model') return [];
  return model.calls.slice(journal.length - last - 1);
};

/** A step and its times, in milliseconds: people see how long it took, and what lay between two of them was waited. */
type Taken = { number: number; step: JournalStep; began: number; ended: number };

/** The put of one step, for the transaction that makes it true. A long one goes to the bucket first. */
export const stepWrite = async (
  project: ProjectScope,
  task: Task,
  { number, step, began, ended }: Taken,
): Promise<Write> => {
  // A worker that lost its task may still be writing: its text must not take the place of the one that was recorded.
  const id = `${task.task_id}.${number}.${task.epoch}`;
  const text = await packText(project, { id, session: task.session_id, text: JSON.stringify(step) });
  const waitedFor = task.decision?.step === number && { approval: task.decision.approval };
  const put = {
    ...runKeys.step(project, task.run_id, task.task_id, number),
    v: SCHEMA_VERSION,
    step: number,
    began_at: began,
    ended_at: ended,
    ...waitedFor,
    ...text,
  };
  return { put, when: 'attribute_not_exists(#pk)' };
};

const journalAsRead = '(#step = :step or attribute_not_exists(#step))';

/**
 * Records the next step and consumes what led to it: the intent, the decision. The claim goes on with the task as it then
 * is; `false`: it is no longer this worker's.
 */
export const recordStep = async (claim: Claim, step: JournalStep, clock: Clock = systemClock): Promise<boolean> => {
  const outcome = await transact(await recordWrites(claim, step, { clock }));
  if (outcome.ok) goOnAfterStep(claim, clock);
  return outcome.ok;
};

/**
 * Of a build, which may take hours, so that its failures count from the last step: how far it is with this one, and whether the step
 * answers the first question that the task has noted. Its steps are done at the same time, so each says when it began.
 */
type OfBuild = { progress?: string | undefined; answersNoted?: boolean; began?: number | undefined; clock?: Clock };

/** The same as writes of a larger transaction; `goOnAfterStep` follows it. */
export const recordWrites = async (
  { project, task, since }: Claim,
  step: JournalStep,
  { progress, answersNoted = false, began = since, clock = systemClock }: OfBuild = {},
): Promise<Write[]> => [
  {
    key: runKeys.task(project, task.run_id, task.task_id),
    update: `SET #step = :next, #claims = :none, #yields = :none${progress === undefined ? '' : ', #progress = :progress, #failures = :none'} REMOVE #intent, #decision${answersNoted ? ', #questions[0]' : ''}`,
    when: `${mine} and ${journalAsRead}`,
    values: { ...fence(task), step: task.step, next: task.step + 1, none: 0, progress },
  },
  await stepWrite(project, task, { number: task.step, step, began, ended: clock.now() }),
];

export const goOnAfterStep = (claim: Claim, clock: Clock = systemClock): void => {
  const { intent: _, decision: __, ...rest } = claim.task;
  claim.task = { ...rest, step: rest.step + 1, claims: 0, yields: 0 };
  claim.since = clock.now();
};

/** How far a build is, without a step: its failures in a row go on counting. `false`: the task is no longer this worker's. */
export const noteProgress = async ({ project, task }: Claim, progress: string): Promise<boolean> => {
  const { ok } = await updateItem(runKeys.task(project, task.run_id, task.task_id), 'SET #progress = :progress', {
    when: mine,
    values: { ...fence(task), progress },
  });
  return ok;
};

const noOpenIntent = 'attribute_not_exists(#intent)';
/** A person decided to repeat this intent; the permission is consumed here. */
const mayRepeat = '#decision.#kind = :unknown and #decision.#step = :step and #decision.#status = :approved';

/** Announces an effect before it is tried. `false`: the task is not this worker's, or the effect may not be repeated. */
export const announceEffect = async (claim: Claim, args: string, consent?: Consent): Promise<Intent | undefined> => {
  const { project, task } = claim;
  const repeats = task.intent !== undefined;
  const attempt = (task.intent?.attempt ?? 0) + 1;
  const mark = crypto.randomUUID();
  const key = `${task.task_id}-${task.step}`;
  const intent: Intent = { step: task.step, attempt, key, arguments: args, mark, ...(consent && { consent }) };
  const outcome = await updateItem(
    runKeys.task(project, task.run_id, task.task_id),
    `SET #intent = :intent${repeats ? ' REMOVE #decision' : ''}`,
    {
      when: `${mine} and ${repeats ? mayRepeat : noOpenIntent}`,
      values: { ...fence(task), intent, unknown: 'unknown_outcome', step: task.step, approved: 'approved' },
    },
  );
  // A write whose reply was lost is repeated by the SDK and then meets its own mark.
  if (!outcome.ok && intentOf(outcome.items[0])?.mark !== mark) return undefined;
  const { decision, ...rest } = task;
  claim.task = { ...rest, ...(!repeats && decision && { decision }), intent };
  return intent;
};

const intentOf = (item: Item | undefined): Intent | undefined => intentSchema.safeParse(item?.intent).data;
