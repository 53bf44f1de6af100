import { describe, expect, test } from 'vitest';
import type {
  Definition,
  Retrier,
  StateOf,
} from '../../../../infra/local/services/step-functions/definition/states.ts';
import { assemble } from '../../../../infra/local/template/assembly.ts';
import { STAGES, type Stage } from '../../../../infra/settings/index.ts';
import { APPROVAL_TIMEOUT } from '../../../../shared/approvals/approval.ts';
import { SECOND } from '../../../../shared/core/clock.ts';
import { faultsOf } from '../../../support/states-language.ts';
import { apps, functionsOf, resourcesOf } from './templates.ts';

/** With the ARNs a deployment would have. */
function definitionOf(stage: Stage): Definition {
  const { resources } = assemble(apps[stage].templates);
  const machines = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  expect(machines).toHaveLength(1);
  return JSON.parse(String(machines[0]?.properties.DefinitionString)) as Definition;
}

type Task = StateOf<'Task'>;
const tasksOf = ({ States }: Definition): [string, Task][] =>
  Object.entries(States).filter((entry): entry is [string, Task] => entry[1].Type === 'Task');
const waits = ({ Resource }: Task): boolean => Resource.endsWith('.waitForTaskToken');

/** Every key of a value, at any depth. */
const keysIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => [k, ...keysIn(v)]) : [];

describe.each(STAGES)('the state machine of plans in %s', (stage) => {
  const definition = definitionOf(stage);

  test('the state machine of plans is valid by the specification of the states language', () => {
    expect(faultsOf(definition)).toBe('');
  });

  test('the state machine of plans uses nothing but JSONPath', () => {
    const jsonata = ['QueryLanguage', 'Assign', 'Arguments', 'Output', 'Items', 'Condition'];
    expect(keysIn(definition).filter((key) => jsonata.includes(key))).toEqual([]);
    expect(JSON.stringify(definition)).not.toMatch(/\{%|States\.(?!TaskFailed|Timeout)\w+/);
  });

  test('the state machine of plans is a Standard workflow that logs all events, and never their data', () => {
    const [machine] = Object.values(resourcesOf(stage, 'AWS::StepFunctions::StateMachine'));
    expect(machine?.Properties).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
    expect(machine?.Properties).not.toHaveProperty('StateMachineName');
  });
});

const definition = definitionOf('prod');
const tasks = tasksOf(definition);
const waiting = tasks.filter(([, task]) => waits(task));
const calling = tasks.filter(([, task]) => !waits(task));

test('the validator would find a state that leads nowhere', () => {
  const { States } = definition;
  expect(faultsOf({ ...definition, States: { ...States, Open: { ...States.Open, Next: 'Nowhere' } } })).toContain(
    'Nowhere',
  );
});

test('each phase gets the ids of its plan, those that wait also their token, and nothing else', () => {
  const input = { 'plan.$': '$$.Execution.Input' };
  for (const [name, { Parameters }] of calling) expect(Parameters).toEqual({ phase: name.toLowerCase(), ...input });
  expect(waiting.map(([name]) => name)).toEqual(['Ask', 'Run']);
  for (const [name, { Parameters }] of waiting) {
    const payload = { phase: name.toLowerCase(), ...input, 'token.$': '$$.Task.Token' };
    expect(Parameters).toEqual({ FunctionName: expect.stringMatching(/:function:.*-Plans/), Payload: payload });
  }
});

test('only the draft is made by the function that may call models', () => {
  const ofPlanner = calling.filter(([, { Resource }]) => /:function:.*-Planner/.test(Resource));
  expect(ofPlanner.map(([name]) => name)).toEqual(['Draft']);
  expect(calling.filter(([, { Resource }]) => /:function:.*-Plans/.test(Resource))).toHaveLength(calling.length - 1);
});

test('a call is given up only after Lambda would have ended it', () => {
  const functions = functionsOf('prod');
  for (const [name, { TimeoutSeconds = 0 }] of calling) {
    const lambda = functions[name === 'Draft' ? 'Planner' : 'Plans']?.Timeout ?? Number.NaN;
    expect(TimeoutSeconds - lambda, name).toBe(30);
  }
});

test('a person is asked for longer than an approval is open, and a round is looked at each hour', () => {
  const seconds = Object.fromEntries(waiting.map(([name, { TimeoutSeconds }]) => [name, TimeoutSeconds]));
  expect(seconds).toEqual({ Ask: APPROVAL_TIMEOUT / SECOND + 60, Run: 3_600 });
});

test('no execution stands for more than a day', () => {
  expect(definition.TimeoutSeconds).toBe(86_400);
});

test('every retry is bounded, grows and is spread', () => {
  const retriers = tasks.flatMap(([, { Retry = [] }]) => Retry).filter(({ MaxAttempts }) => MaxAttempts !== 0);
  expect(retriers).toHaveLength(2 * tasks.length);
  for (const retrier of retriers) {
    expect(retrier).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL' });
    expect(retrier.MaxAttempts).toBeLessThanOrEqual(6);
    expect(longestWait(retrier)).toBeLessThanOrEqual(60);
  }
});

/** Seconds all attempts together may be put off for. */
const longestWait = ({ IntervalSeconds, BackoffRate, MaxAttempts, MaxDelaySeconds = Infinity }: Retrier): number =>
  Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds),
  ).reduce((sum, seconds) => sum + seconds, 0);
