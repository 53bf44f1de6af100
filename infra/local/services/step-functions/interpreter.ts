import { holds } from './choice.ts';
import type { Definition, State, StateOf } from './definition/states.ts';
import { runtimeFailure, StateFailure } from './failure.ts';
import { fill, found, select, withinLimit, writeResult } from './payload.ts';
import { catcherOf, Retrying } from './retrying.ts';
import { contextOf, pause, type Run, type Visit } from './run.ts';
import { attempt } from './task.ts';
import { instantOf } from './timestamp.ts';

const SECOND = 1000;

/**
 * An execution of AWS fails with its 25,000th history event, and so does one here: a circle ends. Counted are entering
 * and leaving a state, and for each attempt at a task that it was scheduled, started and answered.
 */
const MAX_HISTORY_EVENTS = 25_000;
const EVENTS = { ofState: 2, ofAttempt: 3 };

type Outcome = { output: unknown; next?: string | undefined };

/**
 * Runs a definition to its end and gives its output.
 *
 * @throws StateFailure the execution fails with; the signal's reason once it is aborted
 */
export async function interpret({ StartAt, States }: Definition, run: Run): Promise<unknown> {
  let stateName = StartAt;
  let input = run.execution.input;
  let events = 0;
  for (;;) {
    run.signal.throwIfAborted();
    if (events > MAX_HISTORY_EVENTS) {
      throw runtimeFailure(`The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`);
    }
    run.onEnter(stateName);
    const visit: Visit = { stateName, input, enteredAt: run.clock.now(), retries: 0 };
    const state = States[stateName]!;
    const { output, next } = await perform(state, visit, run);
    events += EVENTS.ofState + (state.Type === 'Task' ? EVENTS.ofAttempt * (visit.retries + 1) : 0);
    withinLimit(stateName, output);
    if (next === undefined) return output;
    stateName = next;
    input = output;
  }
}

async function perform(state: State, visit: Visit, run: Run): Promise<Outcome> {
  switch (state.Type) {
    case 'Task':
      return performTask(state, visit, run);
    case 'Pass':
      return pass(state, visit, run);
    case 'Wait':
      return wait(state, visit, run);
    case 'Choice':
      return choose(state, visit, run);
    case 'Succeed':
      return { output: passThrough(state, visit, run) };
    case 'Fail':
      throw failureOf(state, visit, run);
  }
}

async function performTask(state: StateOf<'Task'>, visit: Visit, run: Run): Promise<Outcome> {
  const retrying = new Retrying(state.Retry ?? [], run.random);
  for (;;) {
    try {
      const raw = await attempt(state, visit, run);
      const context = contextOf(run, visit);
      const result = state.ResultSelector === undefined ? raw : fill(state.ResultSelector, { data: raw, context });
      const data = writeResult(state.ResultPath, visit.input, result);
      return { output: select('OutputPath', state.OutputPath, { data, context }), next: state.Next };
    } catch (error) {
      if (!(error instanceof StateFailure)) throw error;
      const delay = retrying.delayAfter(error);
      if (delay === undefined) {
        const catcher = catcherOf(error, state.Catch);
        if (!catcher) throw error;
        return { output: writeResult(catcher.ResultPath, visit.input, error.output), next: catcher.Next };
      }
      await pause(delay, run);
      visit.retries += 1;
      run.onRetry();
    }
  }
}

function pass(state: StateOf<'Pass'>, visit: Visit, run: Run): Outcome {
  const context = contextOf(run, visit);
  const data = select('InputPath', state.InputPath, { data: visit.input, context });
  const input = state.Parameters === undefined ? data : fill(state.Parameters, { data, context });
  const placed = writeResult(state.ResultPath, visit.input, state.Result === undefined ? input : state.Result);
  return { output: select('OutputPath', state.OutputPath, { data: placed, context }), next: state.Next };
}

async function wait(state: StateOf<'Wait'>, visit: Visit, run: Run): Promise<Outcome> {
  const context = contextOf(run, visit);
  const data = select('InputPath', state.InputPath, { data: visit.input, context });
  const value = (field: 'SecondsPath' | 'TimestampPath') => found(field, state[field] ?? '', { data, context });
  if (state.Seconds !== undefined || state.SecondsPath !== undefined) {
    const seconds = state.Seconds ?? value('SecondsPath');
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
      throw runtimeFailure(`The SecondsPath parameter does not reference a valid number of seconds: ${seconds}`);
    }
    await pause(seconds * SECOND, run);
  } else {
    const timestamp = state.Timestamp ?? value('TimestampPath');
    const instant = instantOf(timestamp);
    if (instant === undefined) throw runtimeFailure(`The TimestampPath parameter is not a timestamp: ${timestamp}`);
    await pause(instant - run.clock.now(), run);
  }
  return { output: select('OutputPath', state.OutputPath, { data, context }), next: state.Next };
}

function choose(state: StateOf<'Choice'>, visit: Visit, run: Run): Outcome {
  const context = contextOf(run, visit);
  const data = select('InputPath', state.InputPath, { data: visit.input, context });
  const next = state.Choices.find((rule) => holds(rule, { data, context }))?.Next ?? state.Default;
  if (next === undefined) {
    throw new StateFailure('States.NoChoiceMatched', `No choice of ${visit.stateName} fits, and it has no default.`);
  }
  return { output: select('OutputPath', state.OutputPath, { data, context }), next };
}

function passThrough(state: StateOf<'Succeed'>, visit: Visit, run: Run): unknown {
  const context = contextOf(run, visit);
  const data = select('InputPath', state.InputPath, { data: visit.input, context });
  return select('OutputPath', state.OutputPath, { data, context });
}

function failureOf(state: StateOf<'Fail'>, visit: Visit, run: Run): StateFailure {
  const sources = { data: visit.input, context: contextOf(run, visit) };
  const text = (field: 'ErrorPath' | 'CausePath'): string => {
    const path = state[field];
    const value = path === undefined ? '' : found(field, path, sources);
    if (typeof value !== 'string') throw runtimeFailure(`The ${field} ${path} does not lead to a string`);
    return value;
  };
  return new StateFailure(state.Error ?? text('ErrorPath'), state.Cause ?? text('CausePath'));
}
