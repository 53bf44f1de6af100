import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { took } from '../../support/pace.ts';
import { bootTiny, clientAs } from './tiny-cloud.ts';

const queue = (properties: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const mapping = (source: string, target: string, properties: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn: { 'Fn::GetAtt': [source, 'Arn'] }, FunctionName: { Ref: target }, ...properties },
});
const reading = (...names: string[]) => ({
  Effect: 'Allow',
  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  Resource: names.map((name) => ({ 'Fn::GetAtt': [name, 'Arn'] })),
});

/** Fails messages that say so, and tells the log what it saw. */
const WORKER = `
export const handler = async ({ Records }) => {
  const failed = [];
  for (const { messageId, body, attributes } of Records) {
    console.log('saw ' + body + ' for the ' + attributes.ApproximateReceiveCount + '. time');
    if (body.startsWith('bad')) failed.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures: failed };
};`;
const DEAD = `export const handler = async ({ Records }) => { for (const { body } of Records) console.log('buried ' + body); };`;

let cloud: LocalCloud;
let sqs: SQSClient;
let lines: string[] = [];
let onLine = (): void => undefined;

beforeAll(async () => {
  const log = (_: string, text: string) => {
    lines.push(...text.split('\n').filter(Boolean));
    onLine();
  };
  cloud = await bootTiny(
    {
      functions: {
        Worker: { source: WORKER, properties: { Timeout: 1 }, statements: [reading('Jobs')] },
        Undertaker: { source: DEAD, properties: { Timeout: 1 }, statements: [reading('Dead')] },
      },
      resources: {
        Dead: queue(),
        Jobs: queue({
          VisibilityTimeout: 1,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
        }),
        Plain: queue({ DelaySeconds: 0 }),
        WorkerJobs: mapping('Jobs', 'Worker', { BatchSize: 5, FunctionResponseTypes: ['ReportBatchItemFailures'] }),
        UndertakerDead: mapping('Dead', 'Undertaker'),
      },
    },
    { log },
  );
  sqs = new SQSClient(clientAs(cloud));
});
beforeEach(() => {
  lines = [];
  cloud.queues.onSend = () => 'deliver';
});
afterAll(async () => {
  sqs.destroy();
  await cloud.stop();
});

const url = (name: string) => `${cloud.endpoints.services}/000000000000/tiny-${name}`;
const send = (name: string, body: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: url(name), MessageBody: body }));

function seen(wanted: string, times = 1): Promise<void> {
  return new Promise((resolve) => {
    onLine = () => {
      if (lines.filter((line) => line.includes(wanted)).length >= times) resolve();
    };
    onLine();
  });
}

test('a message reaches the function within milliseconds, not at the next poll', async () => {
  await send('Jobs', 'warm-up');
  await seen('saw warm-up');
  const reached = async () => {
    await send('Jobs', 'good');
    await seen('saw good');
  };
  expect(await took(reached)).toBeLessThan(500);
});

test('only the failed message of a batch is delivered again, and after two receives it is dead', async () => {
  const Entries = ['bad', 'fine', 'also fine'].map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  const { Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url('Jobs'), Entries }));
  expect(Failed ?? []).toEqual([]);
  await seen('buried bad');
  const saw = lines.filter((line) => line.includes('saw '));
  expect(saw.filter((line) => line.includes('saw bad')).map((line) => line.match(/the (\d)/)?.[1])).toEqual(['1', '2']);
  expect(saw.filter((line) => line.includes('saw fine'))).toHaveLength(1);
});

test('a dropped message never arrives and a doubled one arrives twice', async () => {
  cloud.queues.onSend = (_, body) => (body === 'lost' ? 'drop' : 'double');
  await send('Jobs', 'lost');
  await send('Jobs', 'twin');
  await seen('saw twin', 2);
  expect(lines.join()).not.toContain('lost');
});

test('a message received by hand has its body, attributes and count', async () => {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: url('Plain'),
      MessageBody: 'by hand',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'note' } },
    }),
  );
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: url('Plain'), AttributeNames: ['All'], MessageAttributeNames: ['All'] }),
  );
  expect(Messages).toMatchObject([
    {
      Body: 'by hand',
      Attributes: { ApproximateReceiveCount: '1' },
      MessageAttributes: { kind: { StringValue: 'note' } },
    },
  ]);
  const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url('Plain') }));
  expect(again.Messages ?? []).toEqual([]);
});

test('a role without the permission gets an error that names action, queue and role', async () => {
  const worker = new SQSClient(clientAs(cloud, 'Worker'));
  const refused = worker.send(new SendMessageCommand({ QueueUrl: url('Jobs'), MessageBody: 'no' }));
  await expect(refused).rejects.toThrow(
    'role tiny-WorkerRole is not allowed to sqs:SendMessage on arn:aws:sqs:us-east-1:000000000000:tiny-Jobs',
  );
  worker.destroy();
});

test('a function that may not read its queue stops the boot', async () => {
  const boot = bootTiny({
    functions: { Worker: { source: WORKER, properties: { Timeout: 1 } } },
    resources: { Jobs: queue(), WorkerJobs: mapping('Jobs', 'Worker') },
  });
  await expect(boot).rejects.toThrow('role tiny-WorkerRole is not allowed to sqs:ReceiveMessage');
});

test('a visibility time-out shorter than the function runs stops the boot', async () => {
  const boot = bootTiny({
    functions: { Worker: { source: WORKER, statements: [reading('Jobs')] } },
    resources: { Jobs: queue({ VisibilityTimeout: 5 }), WorkerJobs: mapping('Jobs', 'Worker') },
  });
  await expect(boot).rejects.toThrow('visibility time-out of tiny-Jobs is shorter');
});
