import { randomUUID } from 'node:crypto';
import type { Resource } from '../../template/resource.ts';
import type { InvokePermissions } from '../iam/permissions.ts';
import type { Invoker } from '../lambda/invoker.ts';
import type { Secret } from './secret.ts';
import type { Secrets } from './secrets.ts';

export type RotationOptions = {
  resources: Resource[];
  secrets: Secrets;
  invoker: Invoker;
  permissions: InvokePermissions;
};

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

/**
 * Rotates every secret whose schedule rotates at once and is new or has changed, as creating or updating it does in AWS.
 * Beyond that nothing rotates by the clock here.
 */
export async function rotateFresh(options: RotationOptions): Promise<void> {
  for (const { type, stack, logicalId, properties } of options.resources) {
    if (type !== 'AWS::SecretsManager::RotationSchedule' || properties.RotateImmediatelyOnUpdate === false) continue;
    const secret = options.secrets.find(String(properties.SecretId));
    if (!secret) throw new Error(`stack ${stack}, ${logicalId}: no secret ${properties.SecretId}`);
    const rules = JSON.stringify(properties.RotationRules ?? {});
    if (secret.rotatedAt !== undefined && secret.rotationRules === rules) continue;
    await rotate(secret, String(properties.RotationLambdaARN), options);
    secret.rotationRules = rules;
    options.secrets.save();
  }
}

/** The four steps. The function moves AWSCURRENT itself in the last one; that it did is checked. */
export async function rotate(secret: Secret, functionArn: string, options: RotationOptions): Promise<void> {
  const { secrets, invoker, permissions } = options;
  permissions.check({ functionName: functionArn, service: 'secretsmanager.amazonaws.com', sourceArn: secret.arn });
  const token = randomUUID();
  // A rotation that was cut short leaves a pending version behind: this one replaces it.
  for (const version of secret.versions) version.stages = version.stages.filter((stage) => stage !== 'AWSPENDING');
  secret.versions.push({ id: token, stages: ['AWSPENDING'], created: Date.now() });
  for (const Step of STEPS) {
    await invoker.invoke(functionArn, { SecretId: secret.arn, ClientRequestToken: token, Step });
  }
  const current = secret.versions.find((version) => version.stages.includes('AWSCURRENT'));
  if (current?.id !== token) throw new Error(`the rotation of ${secret.name} did not make its version the current one`);
  current.stages = current.stages.filter((stage) => stage !== 'AWSPENDING');
  secret.rotatedAt = Date.now();
  secrets.save();
}
