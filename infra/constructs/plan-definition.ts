const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A function as the machine calls it: its ARN, and the seconds after which Lambda ends it. */
export type CalledFunction = { arn: string; timeoutSeconds: number };
export type PlanFunctions = { planner: CalledFunction; plans: CalledFunction; partition: string };

/** What `plans` and `planner` call this: the run continued without this execution, which has nothing left to do. */
const SUPERSEDED = 'Superseded';

/** A lost call is noticed this long after Lambda would have ended it. */
const MARGIN = 30;

/** An approval expires after five minutes by itself; a minute later the sweeper has handled it. After that, its signal is lost. */
const ASKED_FOR = 6 * MINUTE;

/** A round may take longer: `Begin` looks at it, and waits again. */
const WAITED_FOR = HOUR;

/**
 * Plans wait for people, so they have no deadline. An execution older than this is replaced by the next generation, which
 * continues from what is stored; so a history stays far below the 25,000 events at which AWS ends an execution.
 */
const LONGEST = DAY;

/** The states language's names for failures of Lambda itself; `TooManyRequests` is an account without free concurrency. */
const SERVICE_ERRORS = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

/** Each list of retriers is read from its top; the first that names the error decides. */
const retry = (functionErrors: string[]) => [
  { ErrorEquals: [SUPERSEDED], MaxAttempts: 0 },
  // With full jitter about half a minute, at most a whole one.
  {
    ErrorEquals: SERVICE_ERRORS,
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 20,
    JitterStrategy: 'FULL',
  },
  // Every step may be repeated. An error that stays is a defect, or an outage, for which the next generation is better.
  { ErrorEquals: functionErrors, IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3, JitterStrategy: 'FULL' },
];

const leaveWhenSuperseded = { ErrorEquals: [SUPERSEDED], Next: SUPERSEDED };

/** A phase gets the ids of its plan, and reads everything else itself. */
const payload = (phase: string) => ({ phase, 'plan.$': '$$.Execution.Input' });

const call = ({ arn, timeoutSeconds }: CalledFunction, phase: string, next: string) => ({
  Type: 'Task',
  Resource: arn,
  Parameters: payload(phase),
  TimeoutSeconds: timeoutSeconds + MARGIN,
  Retry: retry(['States.TaskFailed', 'States.Timeout']),
  Catch: [leaveWhenSuperseded],
  Next: next,
});

type Wait = { seconds: number; next: string };

/** Calls, then waits until the token is answered; a retry has a fresh one. */
const callAndWait = ({ plans, partition }: PlanFunctions, phase: string, { seconds, next }: Wait) => ({
  Type: 'Task',
  Resource: `arn:${partition}:states:::lambda:invoke.waitForTaskToken`,
  Parameters: { FunctionName: plans.arn, Payload: { ...payload(phase), 'token.$': '$$.Task.Token' } },
  TimeoutSeconds: seconds,
  Retry: retry(['States.TaskFailed']),
  Catch: [leaveWhenSuperseded, { ErrorEquals: ['States.Timeout'], Next: 'Begin' }],
  Next: next,
});

const STAGES = {
  draft: 'Draft',
  ask: 'Ask',
  open: 'Open',
  run: 'Run',
  review: 'Review',
  conclude: 'Conclude',
  done: 'Done',
};

/**
 * How a plan goes, in the states language (JSONPath): draft → ask → open → run → review, again or conclude. The machine
 * decides nothing: each phase answers `{stage}`, the one that comes next, by what is stored. A plan without
 * an approval takes ten transitions, for which AWS bills; that is why `Open` and `Conclude` lead on without a choice.
 */
export const planDefinition = (functions: PlanFunctions) => {
  const { planner, plans } = functions;
  return {
    Comment: 'One generation of a plan. Execution name: <run id>-<generation>.',
    StartAt: 'Begin',
    TimeoutSeconds: LONGEST,
    States: {
      Begin: call(plans, 'begin', 'Stage'),
      Stage: {
        Type: 'Choice',
        Choices: Object.entries(STAGES).map(([stage, next]) => ({
          Variable: '$.stage',
          StringEquals: stage,
          Next: next,
        })),
        Default: 'UnknownStage',
      },
      Draft: call(planner, 'draft', 'Stage'),
      Ask: callAndWait(functions, 'ask', { seconds: ASKED_FOR, next: 'Begin' }),
      Open: call(plans, 'open', 'Run'),
      Run: callAndWait(functions, 'run', { seconds: WAITED_FOR, next: 'Review' }),
      Review: call(plans, 'review', 'Stage'),
      Conclude: call(plans, 'conclude', 'Done'),
      Done: { Type: 'Succeed' },
      [SUPERSEDED]: { Type: 'Succeed' },
      UnknownStage: {
        Type: 'Fail',
        Error: 'UnknownStage',
        Cause: 'A phase answered a stage this machine does not have.',
      },
    },
  };
};
