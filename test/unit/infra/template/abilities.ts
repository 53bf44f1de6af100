import { readBlueprint } from '../../../../infra/local/boot/blueprint.ts';
import { AccessDenied, type AccessRequest } from '../../../../infra/local/services/iam/authorizer.ts';
import { ACCOUNT } from '../../../../infra/local/template/account.ts';
import { attributeOf, physicalIdOf } from '../../../../infra/local/template/identity.ts';
import { apps, plainName } from './templates.ts';

const { authorizer, definitions, principalOf, resources } = readBlueprint(apps.prod);

const arnOf = (beginning: string, type: string): string => {
  const found = resources.find((one) => one.type === type && one.logicalId.startsWith(beginning));
  if (!found) throw new Error(`There is no ${type} ${beginning} in the template.`);
  return type.endsWith('Secret') ? physicalIdOf(found) : attributeOf(found, 'Arn');
};

const table = arnOf('Table', 'AWS::DynamoDB::Table');
const item = (prefix: string, ...actions: string[]): AccessRequest[] =>
  actions.map((action) => ({
    action: `dynamodb:${action}`,
    resource: table,
    context: { 'dynamodb:LeadingKeys': [`${prefix}#alice`] },
  }));
const memories = arnOf('Memories', 'AWS::DynamoDB::Table');
const memory = (action: string, index = ''): AccessRequest[] => [
  {
    action: `dynamodb:${action}`,
    resource: `${memories}${index}`,
    ...(action !== 'SearchVectors' && { context: { 'dynamodb:LeadingKeys': ['useralice_home_sage_context'] } }),
  },
];
const change = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];
const secret = (beginning: string, action: string): AccessRequest[] => [
  { action: `secretsmanager:${action}`, resource: arnOf(beginning, 'AWS::SecretsManager::Secret') },
];
const opening = (name: string): AccessRequest[] => {
  const context = { user: 'alice', project: 'home', [name]: 'x' };
  const each = Object.entries(context).map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]]);
  return [
    {
      action: 'kms:Decrypt',
      resource: arnOf('UserSecretsKey', 'AWS::KMS::Key'),
      context: { ...Object.fromEntries(each), 'kms:EncryptionContextKeys': Object.keys(context) },
    },
  ];
};
const object = (action: string): AccessRequest[] => [
  { action: `s3:${action}`, resource: `${arnOf('Objects', 'AWS::S3::Bucket')}/u/alice/x` },
];
const queue = (beginning: string, action: string): AccessRequest[] => [
  { action: `sqs:${action}`, resource: arnOf(beginning, 'AWS::SQS::Queue') },
];
const api = physicalIdOf(resources.find(({ type }) => type === 'AWS::ApiGatewayV2::Api')!);
const socket = (method: string): AccessRequest[] => [
  {
    action: 'execute-api:ManageConnections',
    resource: `arn:${ACCOUNT.partition}:execute-api:${ACCOUNT.region}:${ACCOUNT.id}:${api}/prod/${method}/@connections/x`,
  },
];

/** What somebody could do who runs code of their own in a function: any one of the calls is enough. */
export const ABILITIES: Record<string, AccessRequest[]> = {
  'sign tokens as anybody': secret('SecretsSigningKeys', 'GetSecretValue'),
  'replace the signing keys': secret('SecretsSigningKeys', 'PutSecretValue'),
  'have keys of its own trusted': item('KEYS', ...change),
  'change roles, a tier or the policies of a user': item('ACCOUNT', ...change),
  'change who counts as an administrator': item('ADMINS', ...change),
  'find anybody by e-mail': item('EMAIL', 'GetItem'),
  'list all users': item('DIRECTORY', 'Query'),
  'read hashes of passwords': item('AUTH', 'GetItem', 'BatchGetItem', 'Query'),
  'replace passwords': item('AUTH', ...change),
  'invite people to register': item('INVITATION', 'PutItem', 'BatchWriteItem'),
  'withdraw or use up invitations': item('INVITATION', 'DeleteItem', 'BatchWriteItem'),
  'forgive failed sign-ins': item('SIGNIN', ...change),
  'give out API keys': item('APIKEY', 'PutItem', 'BatchWriteItem'),
  'revoke API keys': item('APIKEY', 'DeleteItem', 'BatchWriteItem'),
  'make tickets and connections of anybody': [...item('CONNECTION', ...change), ...item('TICKET', ...change)],
  'read the items of any user': item('USER', 'GetItem', 'BatchGetItem', 'Query'),
  'make the items of any user': item('USER', 'PutItem', 'BatchWriteItem'),
  'change the items of any user': item('USER', 'UpdateItem'),
  'remove the items of any user': item('USER', 'DeleteItem', 'BatchWriteItem'),
  'change the policies of the deployment': item('POLICIES', ...change),
  'change what a tier allows': item('TIERS', ...change),
  'open previews of any user to others': item('PREVIEW', 'PutItem', 'UpdateItem', 'BatchWriteItem'),
  'change what previews captured': item('CAPTURED', 'PutItem', 'UpdateItem'),
  'say which machine a preview’s program is in': item('PROGRAM', 'PutItem', 'UpdateItem'),
  'read audit trails': item('AUDIT', 'GetItem', 'BatchGetItem', 'Query'),
  'add to audit trails': item('AUDIT', 'PutItem'),
  'change audit trails': item('AUDIT', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'),
  'read who made which call': item('CALLS', 'GetItem', 'BatchGetItem', 'Query'),
  'read the whole table': [{ action: 'dynamodb:Scan', resource: table }],
  'read what is due, of all users': [{ action: 'dynamodb:Query', resource: `${table}/index/due` }],
  'open the secrets of users': opening('secret'),
  'open users’ own keys of providers': opening('provider'),
  'open what placeholders stand for': opening('session'),
  'open the secrets of webhooks': opening('webhook'),
  'open recorded calls': opening('call'),
  'read the key of the provider': secret('SecretsProvider', 'GetSecretValue'),
  'read the key of the vector store': secret('SecretsVectors', 'GetSecretValue'),
  'read memories of anybody': [
    ...['GetItem', 'BatchGetItem', 'Scan'].flatMap((action) => memory(action)),
    ...memory('Query', '/index/by_time'),
  ],
  'search for memories of anybody': memory('SearchVectors', '/index/by_similarity_1536'),
  'make or change memories of anybody': ['PutItem', 'BatchWriteItem', 'UpdateItem'].flatMap((action) => memory(action)),
  'remove memories of anybody': ['DeleteItem', 'BatchWriteItem'].flatMap((action) => memory(action)),
  'read objects of any user': object('GetObject'),
  'write objects of any user': object('PutObject'),
  'remove objects of any user': object('DeleteObject'),
  'list objects of all users': [{ action: 's3:ListBucket', resource: arnOf('Objects', 'AWS::S3::Bucket') }],
  'send to workers': queue('BusAgents', 'SendMessage'),
  'send to timers': queue('BusTimers', 'SendMessage'),
  'take messages from workers': queue('BusAgents', 'ReceiveMessage'),
  'take messages from timers': queue('BusTimers', 'ReceiveMessage'),
  'take dead messages': queue('BusDeadAgents', 'ReceiveMessage'),
  'take messages from webhooks': queue('BusWebhooks', 'ReceiveMessage'),
  'send to webhooks': queue('BusWebhooks', 'SendMessage'),
  'send to sockets of anybody': socket('POST'),
  'close sockets of anybody': socket('DELETE'),
  'run the pusher': [{ action: 'lambda:InvokeFunction', resource: arnOf('Pusher', 'AWS::Lambda::Function') }],
  'have commands run': [{ action: 'lambda:InvokeFunction', resource: arnOf('Sandbox', 'AWS::Lambda::Function') }],
  'run other functions': definitions
    .filter(({ logicalId }) => !['Pusher', 'Sandbox'].includes(plainName(logicalId)))
    .map(({ logicalId }) => ({
      action: 'lambda:InvokeFunction',
      resource: arnOf(logicalId, 'AWS::Lambda::Function'),
    })),
  'start plans': [{ action: 'states:StartExecution', resource: arnOf('Plan', 'AWS::StepFunctions::StateMachine') }],
};

const may = (accessKeyId: string, request: AccessRequest): boolean => {
  try {
    authorizer.authorize(accessKeyId, request);
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
};

/** By function, as its role allows. */
export const abilitiesOf = (name: string): string[] => {
  const definition = definitions.find(({ logicalId }) => plainName(logicalId) === name);
  if (!definition) throw new Error(`There is no function ${name}.`);
  const { accessKeyId } = principalOf(definition.roleArn);
  return Object.keys(ABILITIES).filter((ability) => ABILITIES[ability]?.some((request) => may(accessKeyId, request)));
};
