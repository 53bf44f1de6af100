import type { Timers } from '../api-gateway/timers.ts';
import type { TaskTokens } from './task-tokens.ts';

/** A state machine of the template. */
export type Machine = { arn: string; name: string; roleArn: string };

/**
 * Calls a function on behalf of a state machine and gives what the function returned.
 *
 * @throws StateFailure by the name Step Functions has for what went wrong
 */
export type CallFunction = (machine: Machine, functionName: string, payload: unknown) => Promise<unknown>;

/** What the interpreter works with: one execution, and the world around it. */
export type Run = {
  machine: Machine;
  execution: { arn: string; name: string; startedAt: number; input: unknown };
  clock: Timers;
  /** At least 0, less than 1. */
  random: () => number;
  tokens: TaskTokens;
  call: CallFunction;
  /** Aborted when the execution is stopped or times out; whatever waits rejects with its reason. */
  signal: AbortSignal;
  onEnter: (stateName: string) => void;
  onRetry: () => void;
};

/** One stay in a state, its retries included. */
export type Visit = { stateName: string; input: unknown; enteredAt: number; retries: number };

/** The context object: what `$$` is in paths. */
export function contextOf({ machine, execution }: Run, visit: Visit, token?: string): unknown {
  return {
    Execution: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      RoleArn: machine.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: {
      EnteredTime: new Date(visit.enteredAt).toISOString(),
      Name: visit.stateName,
      RetryCount: visit.retries,
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...(token !== undefined && { Task: { Token: token } }),
  };
}

/** Waits by the run's clock; rejects when the execution is ended meanwhile. */
export async function pause(ms: number, { clock, signal }: Run): Promise<void> {
  signal.throwIfAborted();
  if (ms <= 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const cancel = clock.after(ms, resolve);
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await promise;
  } finally {
    cancel();
    signal.removeEventListener('abort', abort);
  }
}
