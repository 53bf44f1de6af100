import * as z from 'zod';
import { type NotedQuestion, noteQuestion } from '../bus/index.ts';
import { MINUTE, SECOND } from '../core/clock.ts';
import { taskIdSchema } from '../core/ids.ts';
import { isDeeperThan, MAX_ARGUMENTS_DEPTH } from '../core/json/bounds.ts';
import { parseExact } from '../core/json/exact.ts';
import { misfitsOf } from '../core/json/schema.ts';
import type { ProjectScope } from '../core/scope.ts';
import { wordsSchema } from '../core/words.ts';
import { risks } from '../tools/index.ts';
import { APPROVAL_TIMEOUT } from './approval.ts';
import type { PersonRequest } from './ask-person.ts';

/** Of what a client shows with its question, and of its schema: a task has up to `MAX_NOTED_QUESTIONS` in its item. */
const MAX_OBJECT_BYTES = 8 * 1024;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const smallObject = z
  .record(z.string(), z.unknown())
  .refine((value) => bytesOf(value) <= MAX_OBJECT_BYTES, `Must be at most ${MAX_OBJECT_BYTES} bytes of JSON.`)
  .refine(
    (value) => !isDeeperThan(MAX_ARGUMENTS_DEPTH, value),
    `Must be nested at most ${MAX_ARGUMENTS_DEPTH} levels deep.`,
  );

/** Whether a schema can be carried out at all: what it says of any value is the decision's concern. */
const isUsable = (schema: Record<string, unknown>): boolean =>
  misfitsOf(schema, {}).every(({ location }) => location !== '');

/** Less would be over at its own warning. */
const LEAST_TIMEOUT = MINUTE;

/** What a client has asked of the person, in the run of one of their agents. */
export const clientQuestionSchema = z
  .object({
    question: wordsSchema(2_000),
    payload: smallObject.optional().meta({ description: 'What the person sees beside the question.' }),
    schema: smallObject
      .refine(isUsable, 'Must be a JSON schema that can be checked.')
      .optional()
      .meta({ description: 'JSON schema of the answer: with it the person may answer with `edit` and arguments.' }),
    risk: z.enum(risks).default('low'),
    expires_in: z
      .number()
      .int()
      .min(LEAST_TIMEOUT / SECOND)
      .max(APPROVAL_TIMEOUT / SECOND)
      .default(APPROVAL_TIMEOUT / SECOND)
      .meta({ description: 'Seconds that the person has, from when they are asked.' }),
    task_id: taskIdSchema
      .optional()
      .meta({ description: 'Of a plan: which task asks; by default the one that can soonest.' }),
  })
  .meta({ id: 'ClientQuestion' });
export type ClientQuestion = z.infer<typeof clientQuestionSchema>;

export const notedApprovalSchema = z
  .object({ id: z.string(), run_id: z.string(), task_id: z.string(), status: z.literal('noted') })
  .meta({ id: 'NotedApproval' });

/**
 * Has a run ask its person. The approval comes to be, with the id in the answer, when the task comes to its next step: until
 * then a worker is at it, and only that worker may stop it.
 */
export const openByClient = async (
  project: ProjectScope,
  run: string,
  { task_id, ...asked }: ClientQuestion,
): Promise<z.infer<typeof notedApprovalSchema>> => {
  const { approval, task } = await noteQuestion(project, { run_id: run, task_id }, { text: JSON.stringify(asked) });
  return { id: approval, run_id: run, task_id: task.task_id, status: 'noted' };
};

type Stored = Omit<ClientQuestion, 'task_id'>;

/** What the worker asks of the person, as the client put it. */
export const requestOfNoted = ({ approval, text }: NotedQuestion): PersonRequest => {
  const { question, payload, schema, risk, expires_in } = parseExact(text) as Stored;
  return {
    about: 'question',
    risk,
    payload: { ...payload, question },
    ...(schema && { schema }),
    noted: { approval, timeout: expires_in * SECOND },
  };
};
