import { Template } from 'aws-cdk-lib/assertions';
import { bundle } from '../../../../infra/bundle.ts';
import { STAGES, type Stage } from '../../../../infra/settings/index.ts';
import { type SynthesizedApp, synthesize, type TemplateResource } from '../../../../infra/synth.ts';

const bundles = bundle();

/** Every stage, synthesized once for a test file. */
export const apps = Object.fromEntries(
  STAGES.map((stage) => [stage, synthesize(stage, { bundle: bundles })]),
) as Record<Stage, SynthesizedApp>;

/** Resources of both stacks of a stage, of one type, by logical id. */
export function resourcesOf(stage: Stage, type: string): Record<string, Required<TemplateResource>> {
  const all = Object.values(apps[stage].templates).flatMap(({ Resources }) => Object.entries(Resources));
  return Object.fromEntries(all.filter(([, { Type }]) => Type === type)) as Record<string, Required<TemplateResource>>;
}

/** The type of every resource of a stage. */
export const typesOf = (stage: Stage): string[] =>
  Object.values(apps[stage].templates).flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type));

export function template(stage: Stage, stack: 'data' | 'service'): Template {
  const found = apps[stage].templates[`artel-${stage}-${stack}`];
  if (!found) throw new Error(`no stack ${stack} in ${stage}`);
  return Template.fromJSON(found);
}

export type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string[]>>;
};

/** What the role of a function allows, by the function's name in the template (`AgentWorker`). */
export function statementsOf(stage: Stage, fn: string): Statement[] {
  return Object.entries(resourcesOf(stage, 'AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(`${fn}Role`))
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}

/** Actions a function may take, sorted. */
export const actionsOf = (stage: Stage, fn: string): string[] =>
  [...new Set(statementsOf(stage, fn).flatMap(({ Action }) => Action))].sort();

/** The function a resource of the template belongs to: `My` for `My84E10354`. */
export const plainName = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

export type FunctionProperties = {
  Role: { 'Fn::GetAtt': [string, string] };
  Timeout: number;
  MemorySize: number;
  Runtime: string;
  Architectures: string[];
  RecursiveLoop?: string;
  ReservedConcurrentExecutions?: number;
  TenancyConfig?: { TenantIsolationMode: string };
  VpcConfig?: { SubnetIds: unknown[]; SecurityGroupIds: unknown[] };
  Code: { S3Key: string };
  Environment: { Variables: Record<string, unknown> };
};

/** Properties of every function by its plain name. */
export function functionsOf(stage: Stage): Record<string, FunctionProperties> {
  const all = Object.entries(resourcesOf(stage, 'AWS::Lambda::Function'));
  return Object.fromEntries(all.map(([id, { Properties }]) => [plainName(id), Properties as FunctionProperties]));
}
