import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { compose, FEATURE_FLAGS } from '../../../../infra/compose.ts';
import { machineImage } from '../../../../infra/machine-image.ts';
import { settingsFor } from '../../../../infra/settings/index.ts';

/* Requirements: BT5, OPS10. */

const app = new App({ context: FEATURE_FLAGS, analyticsReporting: false });
const { service } = compose(app, settingsFor('prod', [{ sandbox: 'machine' }]), bundle());
const template = Template.fromStack(service);

const functionsTold = (variable: string): string[] =>
  Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(([id, { Properties }]) =>
    variable in Properties.Environment.Variables ? [id.replace(/(Function)?[0-9A-F]{8}$/, '')] : [],
  );

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };
const keysLike = (keys: string) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } });
const statementsOf = (role: string): Statement[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
const actionsOnMachines = (role: string): string[] =>
  statementsOf(role)
    .flatMap(({ Action }) => Action)
    .filter((action) => /Microvm|NetworkConnector/.test(action))
    .sort();

describe('a deployment whose commands run in machines', () => {
  test('has an image without capabilities of the system, for the processor that machines have', () => {
    template.hasResourceProperties('AWS::Lambda::MicrovmImage', {
      AdditionalOsCapabilities: [],
      CpuConfigurations: [{ Architecture: 'ARM_64' }],
      EnvironmentVariables: [],
      Logging: { Disabled: true },
    });
  });

  test('gives machines a way out into subnets that have none, and a security group that lets nothing through', () => {
    const [connector] = Object.values(template.findResources('AWS::Lambda::NetworkConnector'));
    const egress = connector?.Properties.Configuration.VpcEgressConfiguration;
    expect(egress.AssociatedComputeResourceTypes).toEqual(['MicroVm']);
    expect(egress.SubnetIds).toHaveLength(2);
    for (const type of ['InternetGateway', 'NatGateway', 'Route', 'VPCEndpoint', 'EgressOnlyInternetGateway'])
      template.resourceCountIs(`AWS::EC2::${type}`, 0);
    for (const { Properties } of Object.values(template.findResources('AWS::EC2::SecurityGroup')))
      expect(Properties.SecurityGroupEgress).toEqual([expect.objectContaining({ CidrIp: '127.0.0.1/32' })]);
  });

  test('lets those that run commands and programs start machines, previews talk to them, and the sweeper end them', () => {
    expect(functionsTold('ARTEL_MACHINE_IMAGE_ARN').toSorted()).toEqual(['AgentWorker', 'Workspace']);
    for (const role of ['AgentWorkerRole', 'WorkspaceRole']) {
      expect(actionsOnMachines(role)).toEqual([
        'lambda:CreateMicrovmAuthToken',
        'lambda:PassNetworkConnector',
        'lambda:RunMicrovm',
        'lambda:TerminateMicrovm',
      ]);
    }
    expect(actionsOnMachines('PreviewRole')).toEqual(['lambda:CreateMicrovmAuthToken']);
    expect(actionsOnMachines('SweeperRole')).toEqual(['lambda:TerminateMicrovm']);
    const others = Object.keys(template.findResources('AWS::IAM::Policy')).filter(
      (id) => !/^(AgentWorker|Sweeper|Workspace|Preview)Role/.test(id),
    );
    expect(others.flatMap(actionsOnMachines)).toEqual([]);
  });

  test('lets the function of previews note which version a program runs, and nothing else of anybody', () => {
    const onItems = statementsOf('PreviewRole').filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:'));
    const changing = onItems.filter(({ Action }) => /Put|Update|Delete|Write/.test(JSON.stringify(Action)));
    expect(changing.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [['dynamodb:GetItem', 'dynamodb:PutItem'], keysLike('CAPTURED#*')],
      [['dynamodb:GetItem', 'dynamodb:UpdateItem'], keysLike('PROGRAM#*')],
    ]);
  });

  test('hands machines no role: nothing may pass one to them', () => {
    const all = Object.keys(template.findResources('AWS::IAM::Policy')).flatMap(statementsOf);
    const passing = all.filter(({ Action }) => [Action].flat().includes('iam:PassRole'));
    expect(JSON.stringify(passing)).not.toMatch(/Machine/);
  });

  test('lets no other account use its roles', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: { StringEquals: { 'aws:SourceAccount': Match.anyValue() } },
          }),
        ]),
      },
    });
  });

  test('builds the image from one file of ours that needs nothing beside it', () => {
    const folder = machineImage();
    const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
    // What the templates of builds call, and a machine without a network could not fetch.
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(dockerfile).toContain(`npm install --global esbuild@${devDependencies.esbuild}`);
    const agent = readFileSync(join(folder, 'agent.mjs'), 'utf8');
    const imports = [...agent.matchAll(/(?:from|import)\s*"([^"]+)"/g)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });

  test('cdk-nag finds nothing in it', () => {
    app.synth();
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });
});

test('a deployment with the default wall has no machines and no right to any', () => {
  const other = new App({ context: FEATURE_FLAGS, analyticsReporting: false });
  const plain = Template.fromStack(compose(other, settingsFor('dev'), bundle()).service);
  plain.resourceCountIs('AWS::Lambda::MicrovmImage', 0);
  plain.resourceCountIs('AWS::Lambda::NetworkConnector', 0);
  expect(JSON.stringify(plain.toJSON())).not.toContain('Microvm');
});
