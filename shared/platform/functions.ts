import { SECOND } from '../core/clock.ts';
import type { ENV } from '../core/environment.ts';
import { Unavailable } from '../core/errors.ts';
import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Loaded for the first hand-over: most invocations have none. */
const lambda = once(async () => {
  const library = await import('@aws-sdk/client-lambda');
  return { ...library, client: new library.LambdaClient(CLIENT_TIMEOUTS) };
});

/** Invokes the function whose name a variable holds, without waiting for it. */
const handTo =
  (name: keyof typeof ENV) =>
  async (payload: unknown): Promise<void> => {
    const { client, InvokeCommand } = await lambda();
    await client.send(
      new InvokeCommand({
        FunctionName: required(name),
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify(payload)),
      }),
    );
  };

/** The function that pushes to many connections. */
export const invokePusher = handTo('pusherFunction');

/** The function that sends mails. */
export const invokeMailer = handTo('mailerFunction');

/** A cold start, and the way there and back. */
const AROUND_MS = 15 * SECOND;

/** Its own: other calls are not to wait as long as a command may take, and none of these is sent twice. */
const patientLambda = once(async () => {
  const library = await import('@aws-sdk/client-lambda');
  const { connectionTimeout } = CLIENT_TIMEOUTS.requestHandler;
  return { ...library, client: new library.LambdaClient({ requestHandler: { connectionTimeout }, maxAttempts: 1 }) };
});

/**
 * Has a command run in the function for it, in an environment that serves this user alone, and gives what it returns.
 *
 * @throws Unavailable where the function could not be run to its end; the reason of the signal when it aborts
 */
export const invokeSandbox = async (
  call: { user_id: string },
  { timeMs, signal }: { timeMs: number; signal: AbortSignal },
): Promise<unknown> => {
  const { client, InvokeCommand } = await patientLambda();
  const command = new InvokeCommand({
    FunctionName: required('sandboxFunction'),
    TenantId: call.user_id,
    Payload: Buffer.from(JSON.stringify(call)),
  });
  const late = AbortSignal.timeout(timeMs + AROUND_MS);
  const sent = client.send(command, { abortSignal: AbortSignal.any([signal, late]) });
  const { FunctionError, Payload } = await sent.catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new Unavailable('The sandbox cannot be reached at the moment.', { cause });
  });
  if (FunctionError !== undefined) throw new Unavailable('The sandbox failed to run this command.');
  return JSON.parse(Buffer.from(Payload ?? []).toString());
};
