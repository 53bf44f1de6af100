import * as z from 'zod';
import { instantOf } from '../timestamp.ts';
import { choiceRule } from './choice-rule.ts';
import { path, payloadTemplate, seconds, selection, target } from './fields.ts';

const about = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONPath').optional() };
const reads = { InputPath: selection.optional(), OutputPath: selection.optional() };
const onward = { Next: z.string().optional(), End: z.literal(true).optional() };

/** States.ALL stands alone; that it stands last is a matter of the whole list. */
const errorNames = z
  .array(z.string())
  .min(1)
  .refine((names) => names.length === 1 || !names.includes('States.ALL'), 'States.ALL has to stand alone');

const allLast = (list: { ErrorEquals: string[] }[]) =>
  list.every(({ ErrorEquals }, index) => index === list.length - 1 || !ErrorEquals.includes('States.ALL'));

const retrier = z.strictObject({
  ErrorEquals: errorNames,
  Comment: z.string().optional(),
  IntervalSeconds: seconds.default(1),
  MaxAttempts: z.int().min(0).max(99_999_999).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});

const catcher = z.strictObject({
  ErrorEquals: errorNames,
  Comment: z.string().optional(),
  ResultPath: target.optional(),
  Next: z.string(),
});

const task = z.strictObject({
  ...about,
  ...reads,
  ...onward,
  Type: z.literal('Task'),
  Resource: z.string(),
  Parameters: payloadTemplate({ token: true }).optional(),
  ResultSelector: payloadTemplate().optional(),
  ResultPath: target.optional(),
  TimeoutSeconds: seconds.optional(),
  HeartbeatSeconds: seconds.optional(),
  Retry: z.array(retrier).refine(allLast, 'a retrier of States.ALL has to be the last').optional(),
  Catch: z.array(catcher).refine(allLast, 'a catcher of States.ALL has to be the last').optional(),
});

const pass = z.strictObject({
  ...about,
  ...reads,
  ...onward,
  Type: z.literal('Pass'),
  Result: z.unknown().optional(),
  Parameters: payloadTemplate().optional(),
  ResultPath: target.optional(),
});

const wait = z
  .strictObject({
    ...about,
    ...reads,
    ...onward,
    Type: z.literal('Wait'),
    Seconds: z.int().min(0).max(99_999_999).optional(),
    SecondsPath: path.optional(),
    Timestamp: z
      .string()
      .refine((text) => instantOf(text) !== undefined, 'not an RFC 3339 timestamp')
      .optional(),
    TimestampPath: path.optional(),
  })
  .refine(
    ({ Seconds, SecondsPath, Timestamp, TimestampPath }) =>
      [Seconds, SecondsPath, Timestamp, TimestampPath].filter((one) => one !== undefined).length === 1,
    'a Wait state has exactly one of Seconds, SecondsPath, Timestamp and TimestampPath',
  );

const choice = z.strictObject({
  ...about,
  ...reads,
  Type: z.literal('Choice'),
  Choices: z.array(choiceRule).min(1),
  Default: z.string().optional(),
});

const succeed = z.strictObject({ ...about, ...reads, Type: z.literal('Succeed') });

const fail = z
  .strictObject({
    ...about,
    Type: z.literal('Fail'),
    Error: z.string().optional(),
    ErrorPath: path.optional(),
    Cause: z.string().optional(),
    CausePath: path.optional(),
  })
  .refine(
    (one) => !((one.Error && one.ErrorPath) || (one.Cause && one.CausePath)),
    'a Fail state has Error or ErrorPath, Cause or CausePath, not both',
  );

export const state = z.discriminatedUnion('Type', [task, pass, wait, choice, succeed, fail]);

export const definition = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  StartAt: z.string(),
  States: z.record(z.string().min(1).max(80), state),
  TimeoutSeconds: seconds.optional(),
});

export type Definition = z.infer<typeof definition>;
export type State = z.infer<typeof state>;
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
