import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { compose, FEATURE_FLAGS } from '../../../../infra/compose.ts';
import { checked, settingsFor } from '../../../../infra/settings/index.ts';
import { ALARMING_LINES } from '../../../../shared/core/alarming-lines.ts';
import { functionsOf, resourcesOf, statementsOf } from './templates.ts';

/* Requirements: EV8, OPS1. */

const runbook = readFileSync(join(import.meta.dirname, '../../../../infra/constructs/alarms.md'), 'utf8');
const alarms = Object.values(resourcesOf('prod', 'AWS::CloudWatch::Alarm'));
const sections = [...runbook.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);

test('every alarm has a section that says what to do, and every section an alarm', () => {
  const named = alarms.map(({ Properties }) => /section (\w+)$/.exec(String(Properties.AlarmDescription))?.[1]);
  expect(named.sort()).toEqual(sections.sort());
  expect(named.length).toBeGreaterThan(0);
});

test('every section says what it means, where to look and what to do', () => {
  for (const section of runbook.split(/^## /m).slice(1)) {
    for (const part of ['**What it means.**', '**Where to look.**', '**What to do.**']) expect(section).toContain(part);
  }
});

test('a dead message raises an alarm although its consumer takes it at once', () => {
  const dead = alarms.find(({ Properties }) => String(Properties.AlarmDescription).endsWith('DeadAgentMessages'));
  expect(dead?.Properties).toMatchObject({ MetricName: 'NumberOfMessagesReceived', Statistic: 'Sum', Threshold: 1 });
});

test('a mail that is given up after three attempts raises an alarm', () => {
  const lost = alarms.find(({ Properties }) => String(Properties.AlarmDescription).endsWith('MailsAreLost'));
  expect(lost?.Properties).toMatchObject({
    Namespace: 'AWS/Lambda',
    MetricName: 'AsyncEventsDropped',
    Statistic: 'Sum',
    Threshold: 1,
    Dimensions: [{ Name: 'FunctionName', Value: { Ref: expect.stringMatching(/^Mailer/) } }],
  });
});

test('executions of plans raise an alarm when they fail, not when they are stopped, as those of cancelled plans are', () => {
  const ofPlans = alarms.filter(({ Properties }) => Properties.Namespace === 'AWS/States');
  expect(ofPlans.map(({ Properties }) => Properties)).toMatchObject([
    { MetricName: 'ExecutionsFailed', Statistic: 'Sum', Threshold: 3, Dimensions: [{ Name: 'StateMachineArn' }] },
  ]);
});

/** Functions that may open what a session keeps: whoever calls models in one. */
const inSessions = Object.keys(functionsOf('prod')).filter((fn) =>
  statementsOf('prod', fn).some(
    ({ Action, Condition }) =>
      [Action].flat().includes('kms:Decrypt') && JSON.stringify(Condition).includes('"session"'),
  ),
);

test('the functions that call models in a session are derived from the grants', () => {
  expect(inSessions.sort()).toEqual(['AgentWorker', 'Planner', 'V1']);
});

describe.each([
  ['SessionBlocksNearlyFull', ALARMING_LINES.sessionBlocksNearlyFull],
  ['BlockSessionsNearlyFull', ALARMING_LINES.blockSessionsNearlyFull],
])('%s', (name, line) => {
  const filters = Object.entries(resourcesOf('prod', 'AWS::Logs::MetricFilter')).filter(([, { Properties }]) =>
    JSON.stringify(Properties.MetricTransformations).includes(name),
  );

  test(`the alarm ${name} counts the warnings of each function that calls models, in the words the gateway uses`, () => {
    const patterns = new Set(filters.map(([, { Properties }]) => Properties.FilterPattern));
    expect([...patterns]).toEqual([`{ ($.level = "WARN") && ($.message = "${line}") }`]);
    const groups = filters.map(([, { Properties }]) => (Properties.LogGroupName as { Ref: string }).Ref.slice(0, -8));
    expect(groups.sort()).toEqual(inSessions.map((fn) => `${fn}Logs`).sort());
  });

  test(`the alarm ${name} rings at the first warning, by a metric of this deployment alone`, () => {
    const rings = alarms.find(({ Properties }) => String(Properties.AlarmDescription).endsWith(name))?.Properties;
    expect(rings).toMatchObject({ Threshold: 1, Statistic: 'Sum', TreatMissingData: 'notBreaching' });
    const counted = { MetricName: name, MetricNamespace: 'artel-prod-service', MetricValue: '1' };
    for (const [, { Properties }] of filters) expect(Properties.MetricTransformations).toMatchObject([counted]);
    expect([rings?.MetricName, rings?.Namespace]).toEqual([counted.MetricName, counted.MetricNamespace]);
  });
});

test('without an address no one is notified', () => {
  for (const { Properties } of alarms) expect(Properties.AlarmActions).toBeUndefined();
  expect(resourcesOf('prod', 'AWS::SNS::Topic')).toEqual({});
});

describe('with an address', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'artel-alarms-'));
  const app = new App({ outdir, context: FEATURE_FLAGS, analyticsReporting: false });
  let service: Template;

  beforeAll(() => {
    const settings = checked({ ...settingsFor('prod'), alarmAddress: 'operator@example.com' });
    service = Template.fromStack(compose(app, settings, bundle()).service);
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  test('with an address every alarm sends a mail', () => {
    service.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'operator@example.com' });
    service.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('Topic') }],
    });
  });

  test('with an address only CloudWatch of this account may publish, over TLS', () => {
    const [policy] = Object.values(service.findResources('AWS::SNS::TopicPolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish' },
    ]);
  });

  test('with an address cdk-nag has nothing to add', () => {
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });
});
