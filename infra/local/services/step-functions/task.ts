import { randomUUID } from 'node:crypto';
import type { StateOf } from './definition/states.ts';
import { type TaskResource, taskResource } from './definition/task-resource.ts';
import { StateFailure } from './failure.ts';
import { isObject } from './path.ts';
import { fill, select, withinLimit } from './payload.ts';
import { contextOf, type Run, type Visit } from './run.ts';

const SECOND = 1000;

/** One attempt at a Task state: its raw result. Each attempt at a state that waits has a token of its own. */
export async function attempt(state: StateOf<'Task'>, visit: Visit, run: Run): Promise<unknown> {
  run.signal.throwIfAborted();
  const resource = taskResource(state);
  const result = Promise.withResolvers<unknown>();
  const timed = new Limits(run, visit.stateName, result.reject);
  const token = resource.waitsForToken
    ? run.tokens.issue(run.machine.arn, {
        succeed: result.resolve,
        fail: (error, cause) => result.reject(new StateFailure(error, cause)),
        heartbeat: () => timed.restart('States.HeartbeatTimeout', state.HeartbeatSeconds),
      })
    : undefined;
  const abort = () => result.reject(run.signal.reason);
  run.signal.addEventListener('abort', abort, { once: true });
  try {
    const payload = payloadOf(state, resource, { visit, run, token });
    timed.restart('States.Timeout', state.TimeoutSeconds);
    timed.restart('States.HeartbeatTimeout', state.HeartbeatSeconds);
    // A function continues after its state has ended; what it then returns or throws is ignored.
    run.call(run.machine, resource.functionName, payload).then((returned) => {
      if (token === undefined) result.resolve(resource.optimised ? envelope(returned) : returned);
    }, result.reject);
    return withinLimit(visit.stateName, await result.promise);
  } finally {
    timed.stop();
    run.signal.removeEventListener('abort', abort);
    if (token !== undefined) run.tokens.close(token);
  }
}

function payloadOf(
  state: StateOf<'Task'>,
  resource: TaskResource,
  { visit, run, token }: { visit: Visit; run: Run; token?: string | undefined },
): unknown {
  const context = contextOf(run, visit, token);
  const data = select('InputPath', state.InputPath, { data: visit.input, context });
  const input = state.Parameters === undefined ? data : fill(state.Parameters, { data, context });
  withinLimit(visit.stateName, input);
  if (!resource.optimised) return input;
  return isObject(input) ? (input.Payload ?? {}) : {};
}

/** What `lambda:invoke` makes of a function's result. */
function envelope(returned: unknown): unknown {
  const requestId = randomUUID();
  const headers = { 'Content-Type': 'application/json', 'x-amzn-RequestId': requestId };
  return {
    ExecutedVersion: '$LATEST',
    Payload: returned,
    SdkHttpMetadata: { HttpHeaders: headers, HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}

/** The time-outs of one attempt, by the error each raises. */
class Limits {
  readonly #running = new Map<string, () => void>();
  readonly #run: Run;
  readonly #stateName: string;
  readonly #expire: (failure: StateFailure) => void;

  constructor(run: Run, stateName: string, expire: (failure: StateFailure) => void) {
    this.#run = run;
    this.#stateName = stateName;
    this.#expire = expire;
  }

  restart(error: string, seconds: number | undefined): void {
    if (seconds === undefined) return;
    this.#running.get(error)?.();
    const cause = `The state ${this.#stateName} got no ${error === 'States.Timeout' ? 'answer' : 'heartbeat'} in ${seconds} s`;
    const expire = () => this.#expire(new StateFailure(error, cause));
    this.#running.set(error, this.#run.clock.after(seconds * SECOND, expire));
  }

  stop(): void {
    for (const cancel of this.#running.values()) cancel();
  }
}
