import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STAGES } from '../../../../infra/settings/index.ts';
import { functionNames } from '../../../../infra/sources.ts';
import { ENV } from '../../../../shared/core/environment.ts';
import { apps, functionsOf, resourcesOf, typesOf } from './templates.ts';

const ALWAYS = [ENV.stage, ENV.logLevel];
const STORE = [ENV.table];
const BUS = [ENV.agentsQueue, ENV.timersQueue];
/** Whoever appends an event tells sockets and webhooks of it. */
const PUSH = [ENV.socketEndpoint, ENV.pusherFunction, ENV.webhooksQueue];
/** What holds memories. */
const MEMORY = [ENV.memoryTable, ENV.vectorSizes];
const MODELS = [ENV.cache, ENV.providerSecret, ENV.defaultModel, ENV.embeddingModel, ENV.modelTimeout];
/** Where previews are shown. */
const PREVIEWS = [ENV.previewAddress, ENV.previewToken];
const POLICIES = [ENV.piiRedaction];

const VARIABLES: Record<string, string[]> = {
  Auth: [
    ...[...STORE, ENV.signingKeysSecret, ENV.socketEndpoint, ENV.allowedOrigins],
    ...[ENV.auditRetention, ENV.registration, ENV.confirmEmail, ENV.linkPage],
  ],
  // An export reads memories and files.
  Account: [
    ...[...STORE, ...MEMORY, ENV.bucket, ENV.socketEndpoint, ENV.allowedOrigins, ENV.auditRetention, ...POLICIES],
    ENV.dataKey,
  ],
  My: [
    ...[STORE, BUS, PUSH, MODELS].flat(),
    ...[...MEMORY, ENV.bucket, ENV.socketUrl, ENV.allowedOrigins, ENV.auditRetention],
  ],
  Projects: [
    ...[STORE, BUS, PUSH, MODELS].flat(),
    ...[...MEMORY, ENV.bucket, ENV.allowedHosts, ENV.allowedOrigins, ENV.dataKey, ENV.auditRetention],
    ...POLICIES,
  ],
  Workspace: [...STORE, ENV.bucket, ENV.allowedOrigins, ENV.auditRetention, ENV.sandboxWall, ...PREVIEWS],
  Preview: [...STORE, ENV.bucket, ENV.sandboxWall, ENV.programTimeout, ...PREVIEWS],
  Builds: [...STORE, ...BUS, ...PUSH, ENV.bucket, ENV.allowedOrigins, ENV.auditRetention],
  Admin: [
    ...[STORE, BUS, PUSH, MODELS].flat(),
    ENV.allowedOrigins,
    ENV.dataKey,
    ENV.auditRetention,
    ENV.linkPage,
    ...POLICIES,
  ],
  Documentation: [ENV.allowedOrigins],
  Console: [ENV.allowedOrigins],
  EventStream: [...STORE, ENV.bucket, ENV.allowedOrigins, ENV.auditRetention],
  V1: [
    ...[STORE, BUS, PUSH, MODELS].flat(),
    ENV.bucket,
    ENV.dataKey,
    ENV.allowedOrigins,
    ENV.auditRetention,
    ...POLICIES,
  ],
  System: [...STORE, ...MEMORY, ENV.agentsQueue, ENV.allowedOrigins, ENV.sandboxWall],
  Socket: [...STORE, ...BUS, ...PUSH, ...MODELS, ENV.bucket, ENV.allowedOrigins, ENV.auditRetention],
  AgentWorker: [
    ...[STORE, BUS, PUSH, MODELS].flat(),
    ...[...MEMORY, ENV.bucket, ENV.dataKey, ENV.allowedHosts, ENV.ownAddresses, ...POLICIES],
    ...[ENV.sandboxWall, ENV.sandboxFunction, ...PREVIEWS],
  ],
  Planner: [...[STORE, BUS, PUSH, MODELS].flat(), ENV.bucket, ENV.dataKey, ...POLICIES],
  Plans: [...STORE, ...BUS, ...PUSH, ENV.bucket],
  Timers: [...STORE, ...BUS, ...PUSH, ENV.planMachine],
  DeadLetters: STORE,
  Sweeper: [...STORE, ...BUS, ...PUSH, ...MEMORY, ENV.bucket, ENV.planMachine],
  Pusher: [...STORE, ENV.socketEndpoint],
  Mailer: [],
  Sandbox: [],
  Webhooks: [
    ...[...STORE, ...PUSH, ENV.bucket, ENV.dataKey, ENV.auditRetention],
    ...[ENV.allowedHosts, ENV.ownAddresses],
  ],
  SigningKeys: [...STORE, ENV.signingKeysSecret],
};

describe.each(STAGES)('the functions of %s', (stage) => {
  const functions = functionsOf(stage);

  test('the functions are exactly those that have a handler', () => {
    const plain = (name: string) => name.replaceAll('-', '').toLowerCase();
    expect(Object.keys(functions).map(plain).sort()).toEqual(functionNames().map(plain).sort());
  });

  test('the functions run on Node 24 and arm64, each with a role of its own', () => {
    for (const { Runtime, Architectures } of Object.values(functions)) {
      expect({ Runtime, Architectures }).toEqual({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
    const roles = Object.values(functions).map(({ Role }) => Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(roles.length);
  });

  test('the functions log to groups of their own whose logs expire', () => {
    const groups = Object.values(resourcesOf(stage, 'AWS::Logs::LogGroup'));
    // Two more are the APIs', and one that of the state machine.
    expect(groups.length).toBe(Object.keys(functions).length + 3);
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBeGreaterThan(0);
  });

  test.each(Object.entries(VARIABLES))(
    'the function %s gets the variables it needs and no other',
    (name, variables) => {
      expect(Object.keys(functions[name]?.Environment.Variables ?? {}).sort()).toEqual(
        [...ALWAYS, ...variables].sort(),
      );
    },
  );

  test('the functions find their code in an asset folder', () => {
    for (const { Code } of Object.values(functions)) {
      expect(existsSync(join(apps[stage].assets[Code.S3Key] ?? '', 'index.mjs'))).toBe(true);
    }
  });

  test('functions behind a REST integration end before it does, except for the streams', () => {
    for (const name of ['Auth', 'Console', 'Documentation', 'My', 'Projects', 'System'])
      expect(functions[name]?.Timeout).toBeLessThanOrEqual(29);
    for (const name of ['Admin', 'EventStream', 'V1', 'Workspace']) expect(functions[name]?.Timeout).toBe(900);
  });

  test('functions that feed their own queue are not stopped as runaway loops', () => {
    const allowed = Object.entries(functions).filter(([, { RecursiveLoop }]) => RecursiveLoop === 'Allow');
    expect(allowed.map(([name]) => name).sort()).toEqual(['AgentWorker', 'Timers', 'Webhooks']);
  });
});

describe.each(STAGES)('the function of %s that runs commands', (stage) => {
  const { Sandbox } = functionsOf(stage);

  test('serves one user in each of its environments', () => {
    expect(Sandbox?.TenancyConfig).toEqual({ TenantIsolationMode: 'PER_TENANT' });
  });

  test('is in a network from which nothing leads anywhere, and which costs nothing', () => {
    expect(Sandbox?.VpcConfig?.SubnetIds).toHaveLength(2);
    const types = ['VPC', 'Subnet', 'SecurityGroup'].map((type) => `AWS::EC2::${type}`);
    const network = typesOf(stage).filter((type) => type.startsWith('AWS::EC2::'));
    expect([...new Set(network)].sort()).toEqual(types.sort());
    const [group] = Object.values(resourcesOf(stage, 'AWS::EC2::SecurityGroup'));
    expect(group?.Properties.SecurityGroupIngress).toBeUndefined();
    expect(group?.Properties.SecurityGroupEgress).toMatchObject([{ CidrIp: '127.0.0.1/32' }]);
  });
});

test('a new account can deploy dev: it reserves no concurrency', () => {
  const reserving = (stage: 'dev' | 'prod') =>
    Object.entries(functionsOf(stage)).filter(([, one]) => one.ReservedConcurrentExecutions !== undefined);
  expect(reserving('dev')).toEqual([]);
  expect(reserving('prod').map(([name]) => name)).toEqual(['EventStream', 'Preview']);
});
