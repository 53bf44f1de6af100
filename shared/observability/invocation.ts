import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';

/** Ids that every log line of an invocation carries. `request_id` is that of the HTTP request everything began with. */
export type InvocationFields = {
  request_id?: string | undefined;
  /** Of the Lambda invocation itself. */
  invocation_id?: string | undefined;
  connection_id?: string | undefined;
  run_id?: string | undefined;
  task_id?: string | undefined;
  agent_key?: string | undefined;
  approval_id?: string | undefined;
  generation?: number | undefined;
  phase?: string | undefined;
  kind?: string | undefined;
};

const current = new AsyncLocalStorage<InvocationFields>();

/** What is still to be done when an invocation ends, since nothing runs in a container until the next one. Never fails. */
type Ending = () => Promise<unknown>;

const ofEach = new Set<Ending>();
const ofOne = new WeakMap<InvocationFields, Map<string, Ending>>();

/** Has this done at the end of every invocation from now on. It may be cut off: only for what may be lost. */
export const atEndOfInvocations = (ending: Ending): void => {
  ofEach.add(ending);
};

/**
 * Has this done at the end of the invocation under way, once for each name, in place of what was to be done under it before.
 * Outside of an invocation it is done at once. It may be cut off as well.
 */
export const atEndOfInvocation = async (name: string, ending: Ending): Promise<void> => {
  const waiting = ofOne.get(invocationFields());
  if (waiting) waiting.set(name, ending);
  else await ending();
};

/** The most that an answer waits for it, in milliseconds: less than what handlers reserve for an answer that is late already. */
const ENDING_TAKES = 500;

/**
 * Runs one invocation, or one message of a batch, with log fields of its own. A container handles many, and a batch
 * several at the same time: nothing of one is seen in the lines of another.
 */
export const beginInvocation = <T>(given: InvocationFields, work: () => Promise<T>): Promise<T> => {
  const fields = { ...given };
  const own = new Map<string, Ending>();
  ofOne.set(fields, own);
  return current.run(fields, async () => {
    try {
      return await work();
    } finally {
      ofOne.delete(fields);
      await ended([...own.values(), ...ofEach]);
    }
  });
};

const ended = async (endings: readonly Ending[]): Promise<void> => {
  if (endings.length === 0) return;
  const over = new AbortController();
  const inTime = setTimeout(ENDING_TAKES, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(endings.map((ending) => ending())), inTime]);
  over.abort();
};

/** What stands for the invocation under way, to know its work by; `undefined` outside of one. */
export const invocationUnderWay = (): object | undefined => current.getStore();

/** The fields of the invocation under way; none outside of one. */
export const invocationFields = (): InvocationFields => current.getStore() ?? {};

/** The id of the HTTP request under way, to store with the work it asks for and to send along with messages. */
export const requestOf = (): { request_id?: string } => {
  const { request_id } = invocationFields();
  return request_id === undefined ? {} : { request_id };
};
