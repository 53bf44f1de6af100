import { describe, expect, test } from 'vitest';
import { actionsOf, functionsOf, resourcesOf, type Statement, statementsOf } from './templates.ts';

const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const READ_ITEMS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const ITEMS = [
  ...READ_ITEMS,
  ...['BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'].map((name) => `dynamodb:${name}`),
];
const CONSUME = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
  (name) => `sqs:${name}`,
);
const OBJECTS = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'];
const SECRET = 'secretsmanager:GetSecretValue';
const PUSH = ['execute-api:ManageConnections', 'lambda:InvokeFunction'];
const SEND = 'sqs:SendMessage';

const ALLOWED: Record<string, { actions: string[]; prefixes: string[] }> = {
  Auth: {
    actions: [...ITEMS, SECRET, 'execute-api:ManageConnections'],
    prefixes: ['ADDRESS#*', 'CONNECTION#*', 'EMAIL#*', 'SIGNIN#*', 'USER#*'],
  },
  My: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, 'kms:GenerateDataKey', SECRET, SEND],
    prefixes: ['APIKEY#*', 'EMAIL#*', 'TICKET#*', 'USER#*'],
  },
  EventStream: {
    actions: [...READ_ITEMS, 'dynamodb:UpdateItem', 's3:GetObject', SECRET],
    prefixes: ['APIKEY#*', 'USER#*'],
  },
  V1: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, SECRET, SEND],
    prefixes: ['APIKEY#*', 'USER#*'],
  },
  System: { actions: ['dynamodb:GetItem', 'sqs:GetQueueAttributes', SECRET], prefixes: ['HEALTH#*'] },
  Socket: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, SECRET, SEND],
    prefixes: ['APIKEY#*', 'CONNECTION#*', 'TICKET#*', 'USER#*'],
  },
  AgentWorker: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, ...CONSUME, 'kms:Decrypt', 's3:ListBucket', SECRET, SEND],
    prefixes: ['CONNECTION#*', 'USER#*'],
  },
  Timers: { actions: [...ITEMS, ...PUSH, ...CONSUME, SEND], prefixes: ['CONNECTION#*', 'USER#*'] },
  DeadLetters: { actions: [...ITEMS, ...CONSUME], prefixes: ['USER#*'] },
  Sweeper: {
    actions: [...ITEMS, ...PUSH, 's3:DeleteObject', SECRET, SEND],
    prefixes: ['CONNECTION#*', 'USER#*'],
  },
  Pusher: { actions: [...ITEMS, 'execute-api:ManageConnections'], prefixes: ['CONNECTION#*', 'USER#*'] },
  SigningKeys: {
    actions: [
      SECRET,
      ...['DescribeSecret', 'PutSecretValue', 'UpdateSecretVersionStage'].map((a) => `secretsmanager:${a}`),
    ],
    prefixes: [],
  },
};

const names = Object.keys(functionsOf('prod'));
const actions = ({ Action }: Statement) => [Action].flat();
const isOfTable = (statement: Statement) => actions(statement).some((action) => action.startsWith('dynamodb:'));
const resources = ({ Resource }: Statement) => [Resource].flat().map((one) => JSON.stringify(one));
const leadingKeys = ({ Condition }: Statement) =>
  Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];

describe.each(names)('the role of %s', (name) => {
  const statements = statementsOf('prod', name);

  test('allows exactly the listed actions', () => {
    expect(actionsOf('prod', name)).toEqual([...new Set([...LOGS, ...(ALLOWED[name]?.actions ?? [])])].sort());
  });

  test('reaches exactly the listed partitions of the table', () => {
    expect([...new Set(statements.flatMap(leadingKeys))].sort()).toEqual(ALLOWED[name]?.prefixes);
  });

  test('touches the table only under a condition on its keys, but for the sweeper and what is due', () => {
    const free = statements.filter((statement) => isOfTable(statement) && leadingKeys(statement).length === 0);
    expect(free.flatMap(actions)).toEqual(name === 'Sweeper' ? ['dynamodb:Query'] : []);
    for (const resource of free.flatMap(resources)) expect(resource).toContain('/index/due');
  });

  test('has no wildcard but for objects of users and connections of this API', () => {
    expect(statements.flatMap(actions).filter((action) => action.includes('*'))).toEqual([]);
    const wild = statements.flatMap(resources).filter((resource) => resource.includes('*'));
    for (const resource of wild) expect(resource).toMatch(/"\/u\/\*"|"\/prod\/(POST|DELETE)\/@connections\/\*"/);
  });
});

test('reading e-mail pointers is all "my" may do with them', () => {
  const ofEmails = statementsOf('prod', 'My').filter((statement) => leadingKeys(statement).includes('EMAIL#*'));
  expect(ofEmails.flatMap(actions).sort()).toEqual(READ_ITEMS);
});

test('the function that follows streams can change nothing but the time an API key was last used', () => {
  const writing = statementsOf('prod', 'EventStream').filter((one) => actions(one).includes('dynamodb:UpdateItem'));
  expect(writing.map(leadingKeys)).toEqual([['APIKEY#*']]);
});

test('signing in closes sockets and cannot send to one', () => {
  const push = statementsOf('prod', 'Auth').filter((one) => actions(one).includes('execute-api:ManageConnections'));
  expect(push.flatMap(resources).map((resource) => /POST|DELETE/.exec(resource)?.[0])).toEqual(['DELETE']);
});

test('no function role carries a policy of AWS', () => {
  const withManaged = Object.entries(resourcesOf('prod', 'AWS::IAM::Role')).filter(
    ([, { Properties }]) => Properties.ManagedPolicyArns !== undefined,
  );
  expect(withManaged.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['AccessLogsRole']);
});

test('every permission to invoke a function names who may use it', () => {
  const permissions = Object.values(resourcesOf('prod', 'AWS::Lambda::Permission'));
  expect(permissions.length).toBeGreaterThan(0);
  for (const { Properties } of permissions) expect(Properties.SourceArn ?? Properties.SourceAccount).toBeDefined();
});
