import * as z from 'zod';
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
import type { SpentTokens } from '../records/spent.ts';
import { type Claim, fence, mine } from './claim.ts';

/*
 * A task's work is a sequence of recorded steps: one model call or one tool call each, or of a build what it names itself. A worker that claims a task reads
 * its journal and continues after the last step; a recorded step is never done twice.
 */

/** `ask`: a policy wants a person to decide about this call, whatever its risk. */
export type ToolRequest = { id: string; name: string; arguments: string; ask?: boolean };

/** What the model thought, for reading, and in the forms in which it goes back to it with the results of its calls. */
export type RecordedReasoning = {
  text: string;
  native?: { kind: 'openai' | 'anthropic'; data: Record<string, unknown>; origin?: string }[];
};

export type ModelStep = {
  kind: 'model';
  text: string;
  calls: ToolRequest[];
  /** The model's own words in place of an answer; they are in the text too. */
  refusal?: string;
  reasoning?: RecordedReasoning;
  /** Why it stopped, in our words and in the provider's where they say more, or at which text. */
  stop?: { finish: string; cause?: string; sequence?: string };
  /** The provider's name for the answer. */
  answer_id?: string;
  usage: SpentTokens;
};

export type ToolStep = {
  kind: 'tool';
  call: ToolRequest;
  /** The arguments as executed: a person may have edited them. */
  arguments: string;
  content: string;
  /** Only where a person changed or said something. */
  consent?: Consent;
  outcome: 'done' | 'error' | 'invalid' | 'rejected' | 'expired' | 'unknown';
  /** Files of the workspace that the model knows by it: at which version, and whether the call wrote them. */
  touched?: readonly { path: string; version?: number; written?: true }[];
};

/** What a person said to a client's question: it stands between two calls of the model. */
export type PersonStep = { kind: 'person'; text: string };

/** A named step of a build: what it came to, in the builder's JSON, and what its calls of models used. */
export type BuildStep = { kind: 'build'; name: string; result: string; usage?: SpentTokens };

export type JournalStep = ModelStep | ToolStep | PersonStep | BuildStep;

const storedStep = z.object({
  step: z.number().int(),
  content: z.string().optional(),
  content_ref: z.string().optional(),
});

/** Every step of a task in its order. */
export const readJournal = async (project: ProjectScope, task: Task): Promise<JournalStep[]> => {
  const steps: JournalStep[] = [];
  for await (const item of queryAll(ranges.steps(project, task.run_id, task.task_id))) {
    steps.push(JSON.parse(await unpackText(storedStep.parse(item))) as JournalStep);
  }
  return steps;
};

/** The calls of the newest model step that have no result yet, in their order. */
export const openCalls = (journal: JournalStep[]): ToolRequest[] => {
  const last = journal.findLastIndex(({ kind }) => kind === 'model');
  const model = journal[last];
  if (model?.kind !== 'model') return [];
  return model.calls.slice(journal.length - last - 1);
};

/** The put of one step, for the transaction that makes it true. A long one goes to the bucket first. */
export const stepWrite = async (
  project: ProjectScope,
  task: Task,
  { number, step }: { number: number; step: JournalStep },
): Promise<Write> => {
  // A worker that lost its task may still be writing: its text must not take the place of the one that was recorded.
  const id = `${task.task_id}.${number}.${task.epoch}`;
  const text = await packText(project, { id, session: task.session_id, text: JSON.stringify(step) });
  const put = { ...runKeys.step(project, task.run_id, task.task_id, number), v: SCHEMA_VERSION, step: number, ...text };
  return { put, when: 'attribute_not_exists(#pk)' };
};

const journalAsRead = '(#step = :step or attribute_not_exists(#step))';

/**
 * Records the next step and consumes what led to it: the intent, the decision. The claim goes on with the task as it then
 * is; `false`: it is no longer this worker's.
 */
export const recordStep = async (claim: Claim, step: JournalStep): Promise<boolean> => {
  const outcome = await transact(await recordWrites(claim, step));
  if (outcome.ok) goOnAfterStep(claim);
  return outcome.ok;
};

/** Of a build, which may take hours, so that its failures count from the last step: how far it is with this one, and whether the step answers the first question that the task has noted. */
type OfBuild = { progress?: string | undefined; answersNoted?: boolean };

/** The same as writes of a larger transaction; `goOnAfterStep` follows it. */
export const recordWrites = async (
  { project, task }: Claim,
  step: JournalStep,
  { progress, answersNoted = false }: OfBuild = {},
): Promise<Write[]> => [
  {
    key: runKeys.task(project, task.run_id, task.task_id),
    update: `SET #step = :next, #claims = :none, #yields = :none${progress === undefined ? '' : ', #progress = :progress, #failures = :none'} REMOVE #intent, #decision${answersNoted ? ', #questions[0]' : ''}`,
    when: `${mine} and ${journalAsRead}`,
    values: { ...fence(task), step: task.step, next: task.step + 1, none: 0, progress },
  },
  await stepWrite(project, task, { number: task.step, step }),
];

export const goOnAfterStep = (claim: Claim): void => {
  const { intent: _, decision: __, ...rest } = claim.task;
  claim.task = { ...rest, step: rest.step + 1, claims: 0, yields: 0 };
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
