import { describe, expect, test } from 'vitest';
import { actionsOf, functionsOf, resourcesOf, type Statement, statementsOf } from './templates.ts';

/* Requirements: ID5, OPS4. */

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
const SEARCH = 'dynamodb:SearchVectors';
const SECRET = 'secretsmanager:GetSecretValue';
const PUSH = ['execute-api:ManageConnections', 'lambda:InvokeFunction'];
const KEYS = ['kms:Decrypt', 'kms:GenerateDataKey'];
const SEND = 'sqs:SendMessage';
const DRIVE = ['DescribeExecution', 'SendTaskFailure', 'SendTaskSuccess', 'StartExecution', 'StopExecution'].map(
  (name) => `states:${name}`,
);

const INTERFACES = [
  ...['AssignPrivateIpAddresses', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'DescribeNetworkInterfaces'],
  ...['DescribeSubnets', 'UnassignPrivateIpAddresses'],
].map((name) => `ec2:${name}`);

const ALLOWED: Record<string, { actions: string[]; prefixes: string[] }> = {
  Auth: {
    actions: [...ITEMS, SECRET, 'execute-api:ManageConnections'],
    prefixes: [
      'ACCOUNT#*',
      'ADDRESS#*',
      'ADMINS#*',
      'APIKEY#*',
      'AUDIT#*',
      'AUTH#*',
      'CURSORS#*',
      'DIRECTORY#*',
      'EMAIL#*',
      'INVITATION#*',
      'KEYS#*',
      'RATE#*',
      'SIGNIN#*',
      'TIERS#*',
      'USER#*',
    ],
  },
  Account: {
    actions: [...ITEMS, 'execute-api:ManageConnections', 'kms:Decrypt', 's3:GetObject', 's3:ListBucket'],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'AUDIT#*',
      'CURSORS#*',
      'DIRECTORY#*',
      'KEYS#*',
      'POLICIES#*',
      'RATE#*',
      'TIERS#*',
      'USER#*',
      'user*',
    ],
  },
  My: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, SECRET, SEND],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'AUDIT#*',
      'CURSORS#*',
      'DIRECTORY#*',
      'KEYS#*',
      'METRICS#*',
      'RATE#*',
      'TICKET#*',
      'TIERS#*',
      'USER#*',
      'user*',
    ],
  },
  Projects: {
    actions: [...ITEMS, SEARCH, ...OBJECTS, 's3:ListBucket', ...PUSH, ...KEYS, SECRET, SEND],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'AUDIT#*',
      'CALLS#*',
      'CURSORS#*',
      'DIRECTORY#*',
      'KEYS#*',
      'METRICS#*',
      'POLICIES#*',
      'RATE#*',
      'TIERS#*',
      'USER#*',
      'user*',
    ],
  },
  Admin: {
    actions: [...ITEMS, ...PUSH, ...KEYS, SECRET, SEND],
    prefixes: [
      'ACCOUNT#*',
      'ADMINS#*',
      'APIKEY#*',
      'AUDIT#*',
      'CALLS#*',
      'CURSORS#*',
      'DIRECTORY#*',
      'EMAIL#*',
      'INVITATION#*',
      'KEYS#*',
      'METRICS#*',
      'POLICIES#*',
      'RATE#*',
      'TIERS#*',
      'USER#*',
    ],
  },
  Builds: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, SEND],
    prefixes: [
      ...['ACCOUNT#*', 'APIKEY#*', 'AUDIT#*', 'CURSORS#*', 'DIRECTORY#*', 'KEYS#*', 'METRICS#*', 'RATE#*', 'TIERS#*'],
      'USER#*',
    ],
  },
  Workspace: {
    actions: [...ITEMS, 's3:GetObject', 's3:PutObject', 's3:ListBucket'],
    prefixes: [
      ...['ACCOUNT#*', 'APIKEY#*', 'AUDIT#*', 'CAPTURED#*', 'CURSORS#*', 'DIRECTORY#*', 'KEYS#*', 'PREVIEW#*'],
      ...['PROGRAM#*', 'RATE#*', 'TIERS#*', 'USER#*'],
    ],
  },
  Preview: {
    actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 's3:GetObject'],
    prefixes: ['ACCOUNT#*', 'CAPTURED#*', 'PREVIEW#*', 'USER#*'],
  },
  Documentation: { actions: [], prefixes: [] },
  Console: { actions: [], prefixes: [] },
  EventStream: {
    actions: [...READ_ITEMS, 'dynamodb:PutItem', 'dynamodb:UpdateItem', 's3:GetObject'],
    prefixes: ['ACCOUNT#*', 'APIKEY#*', 'AUDIT#*', 'KEYS#*', 'RATE#*', 'TIERS#*', 'USER#*'],
  },
  V1: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, ...KEYS, SECRET, SEND],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'AUDIT#*',
      'CALLS#*',
      'DIRECTORY#*',
      'KEYS#*',
      'METRICS#*',
      'POLICIES#*',
      'RATE#*',
      'TIERS#*',
      'USER#*',
    ],
  },
  System: { actions: ['dynamodb:GetItem', 'sqs:GetQueueAttributes'], prefixes: ['HEALTH#*', 'METRICS#*', 'health'] },
  Socket: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, SECRET, SEND],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'AUDIT#*',
      'CONNECTION#*',
      'DIRECTORY#*',
      'KEYS#*',
      'METRICS#*',
      'RATE#*',
      'TICKET#*',
      'TIERS#*',
      'USER#*',
    ],
  },
  AgentWorker: {
    actions: [...ITEMS, SEARCH, ...OBJECTS, ...PUSH, ...CONSUME, ...KEYS, 's3:ListBucket', SECRET, SEND],
    prefixes: [
      ...['ACCOUNT#*', 'CALLS#*', 'CAPTURED#*', 'METRICS#*', 'POLICIES#*', 'PREVIEW#*', 'TIERS#*', 'USER#*', 'user*'],
    ],
  },
  Planner: {
    actions: [...ITEMS, ...OBJECTS, ...PUSH, ...KEYS, SECRET, SEND],
    prefixes: ['ACCOUNT#*', 'CALLS#*', 'METRICS#*', 'POLICIES#*', 'TIERS#*', 'USER#*'],
  },
  Plans: { actions: [...ITEMS, ...OBJECTS, ...PUSH, SEND], prefixes: ['ACCOUNT#*', 'METRICS#*', 'TIERS#*', 'USER#*'] },
  Timers: {
    actions: [...ITEMS, ...PUSH, ...CONSUME, ...DRIVE, SEND],
    prefixes: ['ACCOUNT#*', 'METRICS#*', 'TIERS#*', 'USER#*'],
  },
  DeadLetters: { actions: ['dynamodb:UpdateItem', ...CONSUME], prefixes: ['USER#*'] },
  Sweeper: {
    actions: [
      ...[...ITEMS, 'dynamodb:DescribeTable', ...PUSH, ...DRIVE],
      ...['s3:GetObject', 's3:DeleteObject', 's3:ListBucket', SEND, 'sqs:GetQueueAttributes'],
    ],
    prefixes: [
      'ACCOUNT#*',
      'APIKEY#*',
      'CALLS#*',
      'CAPTURED#*',
      'CONNECTION#*',
      'DIRECTORY#*',
      'INVITATION#*',
      'METRICS#*',
      'PREVIEW#*',
      'PROGRAM#*',
      'RATE#*',
      'TICKET#*',
      'TIERS#*',
      'USER#*',
      'user*',
    ],
  },
  Pusher: {
    actions: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem', 'execute-api:ManageConnections'],
    prefixes: ['METRICS#*', 'USER#*'],
  },
  Mailer: { actions: [], prefixes: [] },
  // What Lambda does with its role before any code of it runs; see below.
  Sandbox: { actions: INTERFACES, prefixes: [] },
  Webhooks: {
    actions: [...ITEMS, 's3:GetObject', 's3:PutObject', 's3:ListBucket', ...PUSH, ...CONSUME, 'kms:Decrypt', SEND],
    prefixes: ['ACCOUNT#*', 'AUDIT#*', 'METRICS#*', 'TIERS#*', 'USER#*'],
  },
  SigningKeys: {
    actions: [
      'dynamodb:PutItem',
      SECRET,
      ...['DescribeSecret', 'PutSecretValue', 'UpdateSecretVersionStage'].map((a) => `secretsmanager:${a}`),
    ],
    prefixes: ['KEYS#*'],
  },
};

/** Objects of users, connections of this API and executions of its state machine: their names exist only at run time. */
const WILD = [
  /"\/u\/\*"/,
  /"\/prod\/(POST|DELETE)\/@connections\/\*"/,
  /":execution:",\{"Fn::GetAtt":\["Plan[0-9A-F]{8}","Name"\]\},":\*"/,
];

const search = [['dynamodb:SearchVectors'], '/index/by_similarity_1536'];
const FREE: Record<string, unknown[]> = {
  Projects: [search],
  AgentWorker: [search],
  Sweeper: [
    [['dynamodb:Query'], '/index/due'],
    [['dynamodb:DescribeTable'], 'a table'],
  ],
};

const names = Object.keys(functionsOf('prod'));
const actions = ({ Action }: Statement) => [Action].flat();
const isOfTable = (statement: Statement) => actions(statement).some((action) => action.startsWith('dynamodb:'));
const isOfNetwork = (statement: Statement) => actions(statement).every((action) => INTERFACES.includes(action));
const resources = ({ Resource }: Statement) => [Resource].flat().map((one) => JSON.stringify(one));
const leadingKeys = ({ Condition }: Statement) =>
  Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];

describe.each(names)('the role of %s', (name) => {
  const statements = statementsOf('prod', name);

  test(`the role of ${name} allows exactly the listed actions`, () => {
    expect(actionsOf('prod', name)).toEqual([...new Set([...LOGS, ...(ALLOWED[name]?.actions ?? [])])].sort());
  });

  test(`the role of ${name} reaches exactly the listed partitions of the table`, () => {
    expect([...new Set(statements.flatMap(leadingKeys))].sort()).toEqual(ALLOWED[name]?.prefixes);
  });

  test(`the role of ${name} touches a table only under a condition on its keys, but for what has none`, () => {
    const free = statements.filter((statement) => isOfTable(statement) && leadingKeys(statement).length === 0);
    const reached = free.map((one) => [actions(one), /\/index\/\w+/.exec(resources(one).join())?.[0] ?? 'a table']);
    // Of searches, keys are no condition that IAM knows; what is due, and how many vectors there are, is of all users.
    expect(reached).toEqual(FREE[name] ?? []);
  });

  test(`the role of ${name} has no wildcard except for objects of users, connections of this API and executions of plans`, () => {
    expect(statements.flatMap(actions).filter((action) => action.includes('*'))).toEqual([]);
    const wild = statements
      .filter((one) => !isOfNetwork(one))
      .flatMap(resources)
      .filter((resource) => resource.includes('*'));
    expect(wild.filter((resource) => !WILD.some((known) => known.test(resource)))).toEqual([]);
  });
});

test('code that runs in the sandbox is denied what Lambda needs to put it into its network', () => {
  const [allowed, denied] = ['Allow', 'Deny'].map((effect) =>
    statementsOf('prod', 'Sandbox').filter((one) => isOfNetwork(one) && one.Effect === effect),
  );
  expect(allowed?.map(actions)).toEqual([INTERFACES]);
  expect(denied).toMatchObject([
    { Action: INTERFACES, Resource: '*', Condition: { Null: { 'lambda:SourceFunctionArn': 'false' } } },
  ]);
});

test('password hashes and refresh tokens are within reach of the function that signs people in, and of no other', () => {
  const reaching = names.filter((name) =>
    statementsOf('prod', name).some((one) => leadingKeys(one).includes('AUTH#*')),
  );
  expect(reaching).toEqual(['Auth']);
});

test('no function can change or remove an entry of the audit trail, and only "account" and "admin" can read one', () => {
  const allowed = names.map((name) => {
    const ofAudit = statementsOf('prod', name).filter((one) => leadingKeys(one).includes('AUDIT#*'));
    return [name, ofAudit.flatMap(actions).sort()] as const;
  });
  expect(Object.fromEntries(allowed.filter(([, some]) => some.length > 0))).toEqual({
    Auth: ['dynamodb:PutItem'],
    Account: [...READ_ITEMS, 'dynamodb:PutItem'].sort(),
    My: ['dynamodb:PutItem'],
    Projects: ['dynamodb:PutItem'],
    Admin: [...READ_ITEMS, 'dynamodb:PutItem'].sort(),
    EventStream: ['dynamodb:PutItem'],
    V1: ['dynamodb:PutItem'],
    Socket: ['dynamodb:PutItem'],
    Workspace: ['dynamodb:PutItem'],
    Builds: ['dynamodb:PutItem'],
    Webhooks: ['dynamodb:PutItem'],
  });
});

test.each([
  ['Auth', ['ACCOUNT#*', 'AUDIT#*', 'AUTH#*', 'DIRECTORY#*', 'EMAIL#*', 'USER#*']],
  ['Account', ['APIKEY#*', 'AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['My', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['Projects', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  // Whoever another issuer vouches for may come here first.
  ['V1', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['Admin', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['Socket', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['Workspace', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  ['Builds', ['AUDIT#*', 'DIRECTORY#*', 'USER#*']],
  // A webhook is disabled, and its owner told.
  ['Webhooks', ['AUDIT#*', 'USER#*']],
])('what %s puts in one transaction is allowed by one statement', (name, prefixes) => {
  const together = statementsOf('prod', name).filter((one) => actions(one).includes('dynamodb:PutItem'));
  expect(together.map((one) => [...leadingKeys(one)].sort())).toContainEqual(prefixes);
});

test('the function that follows streams adds to the audit trail, notes when an API key was last used and counts requests: no more', () => {
  const writing = statementsOf('prod', 'EventStream').filter((one) =>
    actions(one).some((action) => ITEMS.includes(action) && !READ_ITEMS.includes(action)),
  );
  expect(writing.map((one) => [leadingKeys(one), actions(one).sort()])).toEqual([
    [['AUDIT#*'], ['dynamodb:PutItem']],
    [['APIKEY#*'], ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    [['RATE#*'], ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
  ]);
});

/** By the one name, beside user and project, that a key's context must have: the actions on keys. */
const keysOf = (name: string): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const one of statementsOf('prod', name)) {
    if (!actions(one).some((action) => action.startsWith('kms:'))) continue;
    const names: string[] = one.Condition?.['ForAllValues:StringEquals']?.['kms:EncryptionContextKeys'] ?? [];
    const sealed = names.filter((key) => !['user', 'project'].includes(key)).join();
    found[sealed] = [...(found[sealed] ?? []), ...actions(one)].sort();
  }
  return found;
};

test('making and opening API keys are told apart by what they seal', () => {
  const provider = ['kms:Decrypt'];
  const call = ['kms:GenerateDataKey'];
  expect(keysOf('My')).toEqual({});
  const sealing = ['kms:GenerateDataKey'];
  expect(keysOf('Projects')).toEqual({ secret: sealing, webhook: sealing, call, provider: KEYS });
  expect(keysOf('Webhooks')).toEqual({ webhook: ['kms:Decrypt'] });
  expect(keysOf('Admin')).toEqual({ call: KEYS, provider });
  expect(keysOf('AgentWorker')).toEqual({ secret: ['kms:Decrypt'], call, session: KEYS, provider });
  for (const name of ['V1', 'Planner']) {
    expect(keysOf(name)).toEqual({ call, session: KEYS, provider });
  }
});

const statementsOn = (name: string, prefix: string) =>
  statementsOf('prod', name).filter((one) => leadingKeys(one).includes(prefix));
const othersThanAdmin = names.filter((name) => name !== 'Admin' && statementsOn(name, 'POLICIES#*').length > 0);

test('the functions that call models apply policies but cannot change them or list recorded calls', () => {
  // "account" shows people what is imposed on them, and calls no model.
  expect(othersThanAdmin.sort()).toEqual(['Account', 'AgentWorker', 'Planner', 'Projects', 'V1']);
  for (const name of othersThanAdmin) {
    expect(statementsOn(name, 'POLICIES#*').flatMap(actions).sort()).toEqual(READ_ITEMS);
    expect(statementsOn(name, 'CALLS#*').flatMap(actions)).toEqual(name === 'Account' ? [] : ['dynamodb:PutItem']);
  }
});

test('only the function for administrators can write policies or list everybody’s calls, and one more opens the records of a person’s own', () => {
  expect(statementsOn('Admin', 'POLICIES#*').flatMap(actions)).toContain('dynamodb:PutItem');
  expect(statementsOn('Admin', 'CALLS#*').flatMap(actions)).toEqual(expect.arrayContaining(READ_ITEMS));
  expect(names.filter((name) => keysOf(name).call?.includes('kms:Decrypt'))).toEqual(['Account', 'Admin']);
  expect(keysOf('Account')).toEqual({ call: ['kms:Decrypt'] });
});

test('the functions that serve the documentation and the console may write their own logs and nothing else', () => {
  for (const name of ['Documentation', 'Console']) expect(actionsOf('prod', name)).toEqual(LOGS);
});

test('signing in closes sockets and cannot send to one', () => {
  const push = statementsOf('prod', 'Auth').filter((one) => actions(one).includes('execute-api:ManageConnections'));
  expect(push.flatMap(resources).map((resource) => /POST|DELETE/.exec(resource)?.[0])).toEqual(['DELETE']);
});

test('timers and sweeper drive executions of the one state machine; nobody else can', () => {
  const isOfMachine = (one: Statement) => actions(one).some((action) => action.startsWith('states:'));
  const driving = names.filter((name) => statementsOf('prod', name).some(isOfMachine));
  expect(driving.sort()).toEqual(['Sweeper', 'Timers']);
  const [machine] = Object.keys(resourcesOf('prod', 'AWS::StepFunctions::StateMachine'));
  for (const name of driving) {
    const [starting, stopping, ...others] = statementsOf('prod', name).filter(isOfMachine);
    expect(others).toEqual([]);
    expect(starting).toMatchObject({
      Action: ['states:SendTaskFailure', 'states:SendTaskSuccess', 'states:StartExecution'],
      Resource: { Ref: machine },
    });
    expect(stopping?.Action).toEqual(['states:DescribeExecution', 'states:StopExecution']);
    expect(JSON.stringify(stopping?.Resource)).toContain(`":execution:",{"Fn::GetAtt":["${machine}","Name"]}`);
  }
});

test('the state machine runs planner and plans, and has its log delivered: no more', () => {
  const [machine] = Object.values(resourcesOf('prod', 'AWS::StepFunctions::StateMachine'));
  expect(machine?.Properties.RoleArn).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^PlanRole/), 'Arn'] });
  const [invoking, ...others] = statementsOf('prod', 'Plan');
  expect(invoking?.Action).toBe('lambda:InvokeFunction');
  expect(resources(invoking as Statement)).toEqual([
    expect.stringMatching(/^\{"Fn::GetAtt":\["Planner[0-9A-F]{8}","Arn"\]\}$/),
    expect.stringMatching(/^\{"Fn::GetAtt":\["Plans[0-9A-F]{8}","Arn"\]\}$/),
  ]);
  expect(others.flatMap(actions).filter((action) => !action.startsWith('logs:'))).toEqual([]);
});

test('only the state machines of this account take the role of the state machine', () => {
  const roles = Object.entries(resourcesOf('prod', 'AWS::IAM::Role')).filter(([id]) => id.startsWith('PlanRole'));
  expect(roles.map(([, { Properties }]) => Properties.AssumeRolePolicyDocument)).toMatchObject([
    {
      Statement: [
        {
          Principal: { Service: 'states.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    },
  ]);
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
