import { createRequire } from 'node:module';
import * as tokens from '../../../shared/gateway/tokens/count-tokens.ts';
import * as pii from '../../../shared/pii/index.ts';
import { crypto, globals, randomBytesOf } from './globals.ts';
import { here } from './here.ts';
import { type Reach, requestOf } from './http.ts';
import { loggerOf, type Said } from './logger.ts';
import { SHARED_MODULES } from './packages.ts';
import { posting, SOCKETS, Unsigned } from './posts.ts';

const real = createRequire(import.meta.url);

const reach: Reach = (service, operation, input) => here().reach(service, operation, input);
const said: Said = (level, event, fields) => here().said(level, event, fields);

const service = (name: string, client: string, commands: string[], errors: string[] = []) => ({
  ...(errors.length > 0 && only(real(name) as Record<string, unknown>, errors)),
  ...Object.fromEntries(commands.map((command) => [command, commandNamed(command)])),
  [client]: class {
    send({ kind, input }: Command): Promise<unknown> {
      return reach(client, kind, input);
    }
  },
});
const table = { send: ({ kind, input }: Command) => reach('table', kind, input) };
/** Clients of AWS and of everything else outside, whose calls ask the simulation. */
const made: Record<string, () => unknown> = {
  '@aws-sdk/client-dynamodb': () => ({
    ...only(real('@aws-sdk/client-dynamodb') as Record<string, unknown>, TABLE_ERRORS),
    DynamoDBClient: class {},
  }),
  '@aws-sdk/lib-dynamodb': () => ({
    ...Object.fromEntries(TABLE_COMMANDS.map((command) => [command, commandNamed(command)])),
    DynamoDBDocumentClient: { from: () => table },
  }),
  // The simulated table gives plain items, in errors too.
  '@aws-sdk/util-dynamodb': () => ({ unmarshall: (item: unknown) => item }),
  '@aws-sdk/client-sqs': () => service('', 'SQSClient', ['SendMessageCommand', 'GetQueueAttributesCommand']),
  '@aws-sdk/client-kms': () => service('', 'KMSClient', ['DecryptCommand', 'GenerateDataKeyCommand']),
  '@aws-sdk/client-lambda': () => service('', 'LambdaClient', ['InvokeCommand']),
  '@aws-sdk/client-s3': () => service('', 'S3Client', S3_COMMANDS),
  '@aws-sdk/client-sfn': () => service('', 'SFNClient', SFN_COMMANDS),
  '@aws-sdk/client-secrets-manager': () =>
    service('@aws-sdk/client-secrets-manager', 'SecretsManagerClient', SECRET_COMMANDS, ['ResourceNotFoundException']),
  '@aws-sdk/client-apigatewaymanagementapi': () => ({
    ...service(
      '@aws-sdk/client-apigatewaymanagementapi',
      SOCKETS,
      ['PostToConnectionCommand', 'DeleteConnectionCommand'],
      ['GoneException'],
    ),
    [SOCKETS]: class {
      readonly config = { requestHandler: posting(reach) };
      send({ kind, input }: Command): Promise<unknown> {
        return reach(SOCKETS, kind, input);
      }
    },
  }),
  '@smithy/signature-v4': () => ({ SignatureV4: Unsigned }),
  '@aws-lambda-powertools/logger': () => loggerOf(said),
  '@qdrant/js-client-rest': () => ({ QdrantClient: vectorsClientOf(reach) }),
  'node:crypto': () => ({
    ...(real('node:crypto') as object),
    randomBytes: (length: number) => randomBytesOf(length),
    ...crypto,
    webcrypto: crypto,
  }),
  'node:http': () => ({ ...(real('node:http') as object), request: requestOf(reach) }),
  'node:https': () => ({ ...(real('node:https') as object), request: requestOf(reach) }),
  'node:timers': () => ({ setTimeout: globals.setTimeout, clearTimeout: globals.clearTimeout }),
  'node:dns/promises': () => ({ lookup: async () => [{ address: '93.184.215.14', family: 4 }] }),
  [SHARED_MODULES.pii]: () => pii,
  [SHARED_MODULES.tokens]: () => tokens,
};

const loaded = new Map<string, unknown>();

/** What `require` finds: what asks the simulation, and everything else as it is. */
export const outside = (name: string): unknown => {
  const found = loaded.get(name) ?? withDefault(made[name]?.() ?? real(name));
  loaded.set(name, found);
  return found;
};

/** What `import x from` and `import { x } from` both find. */
const withDefault = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && !('default' in module) ? { ...module, default: module } : module;

type Command = { kind: string; input: unknown };

const commandNamed = (kind: string) =>
  class {
    readonly kind = kind;
    readonly input: unknown;
    constructor(input: unknown) {
      this.input = input;
    }
  };

const only = (module: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, module[name]]));

/** Each operation of the store's interface is a call that leaves the container. */
const vectorsClientOf = (reach: Reach) =>
  class {
    api(): unknown {
      return new Proxy(
        {},
        {
          // It is awaited, and so asked whether it is a promise.
          get: (_target, name) =>
            name === 'then'
              ? undefined
              : async (input: unknown) => ({ data: { result: await reach('vectors', String(name), input) } }),
        },
      );
    }
  };

const TABLE_ERRORS = [
  'ConditionalCheckFailedException',
  'TransactionCanceledException',
  'TransactionInProgressException',
  'TransactionConflictException',
];
const TABLE_COMMANDS = [
  'GetCommand',
  'PutCommand',
  'UpdateCommand',
  'DeleteCommand',
  'TransactWriteCommand',
  'QueryCommand',
  'BatchGetCommand',
  'BatchWriteCommand',
];
const S3_COMMANDS = ['PutObjectCommand', 'GetObjectCommand', 'ListObjectsV2Command', 'DeleteObjectsCommand'];
const SFN_COMMANDS = [
  'StartExecutionCommand',
  'DescribeExecutionCommand',
  'StopExecutionCommand',
  'SendTaskSuccessCommand',
  'SendTaskFailureCommand',
];
const SECRET_COMMANDS = [
  'DescribeSecretCommand',
  'GetSecretValueCommand',
  'PutSecretValueCommand',
  'UpdateSecretVersionStageCommand',
];
