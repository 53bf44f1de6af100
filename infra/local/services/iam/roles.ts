import { randomBytes } from 'node:crypto';
import { attributeOf, physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import type { Principal, Statement } from './principal.ts';

type PolicyDocument = { Statement: StatementDocument | StatementDocument[] };
type StatementDocument = {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Statement['conditions'];
  Sid?: string;
};

/** AWS's own policies that grant log writing only, which needs no grant here. Any other is refused: its text is not in the template. */
const LOGS_ONLY = ['AWSLambdaBasicExecutionRole', 'AmazonAPIGatewayPushToCloudWatchLogs'];

/** A principal for each role of the template, with a fresh access key. */
export function rolesOf(resources: Resource[]): Principal[] {
  const attached = resources.filter((one) => one.type === 'AWS::IAM::Policy' || one.type === 'AWS::IAM::ManagedPolicy');
  return resources
    .filter((one) => one.type === 'AWS::IAM::Role')
    .map((role) => {
      const inline = list<{ PolicyDocument: PolicyDocument }>(role.properties.Policies).map(
        (one) => one.PolicyDocument,
      );
      const byName = attached.filter((policy) => list(policy.properties.Roles).includes(physicalIdOf(role)));
      const managedArns = list<string>(role.properties.ManagedPolicyArns);
      const byArn = managedArns.flatMap((arn) => managedPolicy(arn, role, attached));
      const documents = [...byName, ...byArn].map((policy) => policy.properties.PolicyDocument as PolicyDocument);
      const statements = [...inline, ...documents].flatMap(statementsOf);
      return principal(physicalIdOf(role), attributeOf(role, 'Arn'), statements);
    });
}

/** May do everything: for tests and the command line, never for a function. */
export function operatorPrincipal(): Principal {
  return principal('operator', 'arn:aws:iam::000000000000:role/operator', [
    { effect: 'Allow', actions: ['*'], resources: ['*'] },
  ]);
}

function principal(roleName: string, roleArn: string, statements: Statement[]): Principal {
  return {
    accessKeyId: `LOCAL${randomBytes(10).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    roleName,
    roleArn,
    statements,
  };
}

function managedPolicy(arn: string, role: Resource, attached: Resource[]): Resource[] {
  if (LOGS_ONLY.some((name) => arn.endsWith(`/${name}`))) return [];
  const own = attached.find((policy) => policy.type === 'AWS::IAM::ManagedPolicy' && physicalIdOf(policy) === arn);
  if (own) return [own];
  throw new Error(`stack ${role.stack}, role ${role.logicalId}: managed policy ${arn} is not supported locally`);
}

function statementsOf(document: PolicyDocument): Statement[] {
  return [document.Statement].flat().map((one) => ({
    effect: one.Effect,
    actions: list(one.Action),
    resources: list(one.Resource),
    ...(one.NotAction && { notActions: list(one.NotAction) }),
    ...(one.NotResource && { notResources: list(one.NotResource) }),
    ...(one.Condition && { conditions: one.Condition }),
  }));
}

function list<T = string>(value: unknown): T[] {
  return value === undefined ? [] : ([value].flat() as T[]);
}
