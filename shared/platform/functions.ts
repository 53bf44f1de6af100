import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Loaded for the first hand-over, which only a session with many listeners needs. */
const lambda = once(async () => {
  const library = await import('@aws-sdk/client-lambda');
  return { ...library, client: new library.LambdaClient(CLIENT_TIMEOUTS) };
});

/** Invokes the function that pushes to many connections, without waiting for it. */
export const invokePusher = async (payload: unknown): Promise<void> => {
  const { client, InvokeCommand } = await lambda();
  await client.send(
    new InvokeCommand({
      FunctionName: required('pusherFunction'),
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify(payload)),
    }),
  );
};
