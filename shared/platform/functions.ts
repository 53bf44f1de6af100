import type { ENV } from '../core/environment.ts';
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
