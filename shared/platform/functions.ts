import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { required } from './configuration.ts';
import { once } from './once.ts';

const client = once(() => new LambdaClient({}));

/** Hands work to the function that pushes to many connections, without waiting for it. */
export const invokePusher = async (payload: unknown): Promise<void> => {
  await client().send(
    new InvokeCommand({
      FunctionName: required('pusherFunction'),
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify(payload)),
    }),
  );
};
