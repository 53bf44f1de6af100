import { GoneException } from '@aws-sdk/client-apigatewaymanagementapi';
import { ResourceNotFoundException } from '@aws-sdk/client-secrets-manager';
import { tableCommands } from '../table/commands.ts';
import type { Table } from '../table/table.ts';
import type { Faults } from '../world/faults.ts';
import type { Schedule } from '../world/schedule.ts';
import type { Executions } from './executions.ts';
import type { QueueName, Queues } from './queues.ts';
import type { Servers } from './servers.ts';
import type { Sockets } from './sockets.ts';
import type { Vectors } from './vectors.ts';

const SECRETS: Record<string, string> = {
  provider: JSON.stringify({ base_url: 'https://models.example/v1', api_key: 'none', model: 'scripted' }),
  vectors: JSON.stringify({ url: 'https://vectors.example' }),
};

type Parts = {
  schedule: Schedule;
  faults: Faults;
  table: Table;
  queues: Queues;
  executions: Executions;
  servers: Servers;
  sockets: Sockets;
  vectors: Vectors;
  objects: Map<string, string>;
  invokePusher(payload: unknown): void;
  closeSocket(id: string): void;
};

/** What a call does, by service and operation: in one instant, whole, or not at all. */
export type Services = (service: string, operation: string, input: never) => unknown;

export const servicesOf = (parts: Parts): Services => {
  const { schedule, faults, executions, servers, sockets, vectors, objects } = parts;
  const table = tableCommands(parts.table, { stale: () => faults.happens('stale index', 0.05) });

  const bucket: Record<string, (input: never) => unknown> = {
    PutObjectCommand: ({ Key, Body }: { Key: string; Body: string }) => {
      objects.set(Key, Body);
      return {};
    },
    GetObjectCommand: ({ Key }: { Key: string }) => objectAnswer(objects.get(Key)),
    ListObjectsV2Command: ({ Prefix }: { Prefix: string }) => ({
      Contents: [...objects.keys()].filter((key) => key.startsWith(Prefix)).map((Key) => ({ Key, Size: 1 })),
    }),
    DeleteObjectsCommand: ({ Delete }: { Delete: { Objects: { Key: string }[] } }) => {
      for (const { Key } of Delete.Objects) objects.delete(Key);
      return {};
    },
  };

  const send = ({ QueueUrl, MessageBody, DelaySeconds = 0 }: Sent): unknown => {
    if (faults.happens('message lost', 0.02)) return {};
    const late = faults.happens('message late', 0.04) ? 90_000 : 0;
    const at = schedule.now + DelaySeconds * 1_000 + late;
    parts.queues.send(QueueUrl, MessageBody, at);
    if (faults.happens('message doubled', 0.06)) parts.queues.send(QueueUrl, MessageBody, at);
    return {};
  };

  const services: Record<string, (operation: string, input: never) => unknown> = {
    table: (operation, input) => table(operation, input),
    SQSClient: (operation, input) => (operation === 'SendMessageCommand' ? send(input) : { Attributes: {} }),
    S3Client: (operation, input) => bucket[operation]?.(input),
    SFNClient: (operation, input) => executions.commands[operation]?.(input),
    KMSClient: (operation, input) => keyAnswer(operation, input),
    LambdaClient: (_operation, { Payload }: { Payload: Uint8Array }) => {
      parts.invokePusher(JSON.parse(Buffer.from(Payload).toString()));
      return {};
    },
    SecretsManagerClient: (_operation, { SecretId }: { SecretId: string }) => {
      const SecretString = SECRETS[SecretId];
      if (!SecretString) throw new ResourceNotFoundException({ message: SecretId, $metadata: {} });
      return { SecretString };
    },
    ApiGatewayManagementApiClient: (operation, { ConnectionId, Data }: { ConnectionId: string; Data: string }) => {
      if (operation === 'DeleteConnectionCommand') parts.closeSocket(ConnectionId);
      else if (!sockets.post(ConnectionId, Data)) throw new GoneException({ message: 'gone', $metadata: {} });
      return {};
    },
    http: (operation, input) => (operation === 'request' ? servers.request(input) : servers.more(input)),
    vectors: (operation, input) => vectors.ask(operation, input),
  };
  return (service, operation, input) => {
    const found = services[service];
    if (!found) throw new Error(`There is no simulated service ${service}.`);
    return found(operation, input);
  };
};

type Sent = { QueueUrl: QueueName; MessageBody: string; DelaySeconds?: number };

const objectAnswer = (text: string | undefined): unknown => {
  if (text === undefined) throw Object.assign(new Error('NoSuchKey'), { name: 'NoSuchKey' });
  return { Body: { transformToString: async () => text, transformToByteArray: async () => Buffer.from(text) } };
};

/** The key that seals secrets: the context it was made under is checked, as KMS does. */
const keyAnswer = (operation: string, { CiphertextBlob, EncryptionContext }: KeyInput): unknown => {
  const context = JSON.stringify(EncryptionContext);
  const Plaintext = Buffer.alloc(32, 7);
  if (operation === 'GenerateDataKeyCommand') return { Plaintext, CiphertextBlob: Buffer.from(context) };
  if (Buffer.from(CiphertextBlob).toString() !== context) throw new Error('InvalidCiphertextException');
  return { Plaintext };
};

type KeyInput = { CiphertextBlob: Uint8Array; EncryptionContext: unknown };
