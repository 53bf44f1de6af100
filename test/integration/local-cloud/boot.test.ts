import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { bootTiny, clientAs, tinyApp } from './tiny-cloud.ts';

const FUNCTION = { source: 'export const handler = async (event) => ({ got: event });' };

describe('a boot stops with the place', () => {
  test('booting with a resource type that is not emulated stops with its location', async () => {
    const boot = bootTiny({ resources: { Mail: { Type: 'AWS::SES::Template', Properties: {} } } });
    await expect(boot).rejects.toThrow('stack tiny, resource Mail: type AWS::SES::Template is not supported locally');
  });

  test('booting with a property that would be ignored stops with its location', async () => {
    const boot = bootTiny({ functions: { Echo: { ...FUNCTION, properties: { FileSystemConfigs: [] } } } });
    await expect(boot).rejects.toThrow(
      'stack tiny, resource Echo (AWS::Lambda::Function): property FileSystemConfigs is not supported locally',
    );
  });

  test('booting with an unknown IAM condition operator stops with its location', async () => {
    const statement = {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    };
    const boot = bootTiny({ functions: { Echo: { ...FUNCTION, statements: [statement] } } });
    await expect(boot).rejects.toThrow(
      'role tiny-EchoRole: the local IAM does not support condition operator IpAddress',
    );
  });

  test('booting with a rule whose function does not permit it stops with its location', async () => {
    const rule = {
      Type: 'AWS::Events::Rule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        Targets: [{ Id: 't', Arn: { 'Fn::GetAtt': ['Echo', 'Arn'] } }],
      },
    };
    const boot = bootTiny({ functions: { Echo: FUNCTION }, resources: { Often: rule } });
    await expect(boot).rejects.toThrow('events.amazonaws.com is not allowed to lambda:InvokeFunction on tiny-Echo');
  });

  test('booting on a port that is taken stops with the port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(bootTiny({}, { port })).rejects.toThrow(`Port ${port} is taken`);
    server.close();
  });
});

describe('Lambda for SDK clients', () => {
  let cloud: LocalCloud;
  const logged: string[] = [];
  let onLog = (): void => undefined;

  beforeAll(async () => {
    const app = tinyApp({
      functions: {
        Echo: FUNCTION,
        Flaky: {
          source: `let calls = 0;
            export const handler = async () => { calls += 1; console.log('call ' + calls); if (calls < 2) throw new Error('not yet'); };`,
        },
        Caller: {
          ...FUNCTION,
          statements: [
            { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': ['Echo', 'Arn'] } },
          ],
        },
      },
    });
    const log = (_: string, text: string) => {
      logged.push(text);
      onLog();
    };
    cloud = await LocalCloud.boot({ app, log });
  });
  afterAll(() => cloud.stop());

  const client = (name?: string) => new LambdaClient(clientAs(cloud, name));

  test('an SDK client invokes a function and gets its answer', async () => {
    const { Payload, FunctionError } = await client('Caller').send(
      new InvokeCommand({ FunctionName: 'tiny-Echo', Payload: JSON.stringify({ a: 1 }) }),
    );
    expect(FunctionError).toBeUndefined();
    expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ got: { a: 1 } });
  });

  test('an asynchronous event is retried after the function failed', async () => {
    const seen = new Promise<void>((resolve) => {
      onLog = () => logged.join('').includes('call 2') && resolve();
    });
    const { StatusCode } = await client().send(
      new InvokeCommand({ FunctionName: 'tiny-Flaky', InvocationType: 'Event' }),
    );
    expect(StatusCode).toBe(202);
    await seen;
    expect((await cloud.counts())['function:Flaky']).toEqual({ calls: 2 });
  });

  test('a role without the permission may not invoke a function', async () => {
    const refused = client('Echo').send(new InvokeCommand({ FunctionName: 'tiny-Flaky' }));
    await expect(refused).rejects.toThrow('role tiny-EchoRole is not allowed to lambda:InvokeFunction');
  });
});

test('a schedule runs at boot and on request', async () => {
  const cloud = await bootTiny({
    functions: { Sweep: FUNCTION },
    resources: {
      Often: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(1 hour)',
          Targets: [{ Id: 't', Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] } }],
        },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: { 'Fn::GetAtt': ['Sweep', 'Arn'] },
          Principal: 'events.amazonaws.com',
          SourceArn: { 'Fn::GetAtt': ['Often', 'Arn'] },
        },
      },
    },
  });
  await cloud.sweep();
  expect((await cloud.counts())['function:Sweep']).toEqual({ calls: 2 });
  await cloud.stop();
});
