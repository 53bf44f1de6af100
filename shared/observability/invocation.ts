import { AsyncLocalStorage } from 'node:async_hooks';

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

/**
 * Runs one invocation, or one message of a batch, with log fields of its own. A container handles many, and a batch
 * several at the same time: nothing of one is seen in the lines of another.
 */
export const beginInvocation = <T>(fields: InvocationFields, work: () => T): T => current.run({ ...fields }, work);

/** The fields of the invocation under way; none outside of one. */
export const invocationFields = (): InvocationFields => current.getStore() ?? {};

/** The id of the HTTP request under way, to store with the work it asks for and to send along with messages. */
export const requestOf = (): { request_id?: string } => {
  const { request_id } = invocationFields();
  return request_id === undefined ? {} : { request_id };
};
