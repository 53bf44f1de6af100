import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';
import type { PlatformSecrets } from './platform-secrets.ts';
import type { UserTable } from './user-table.ts';

/** A token lives 15 minutes and the former key stays valid beside the new one, so the period is only a matter of convention. */
const EVERY = 'rate(30 days)';

export type KeyRotationProps = {
  data: { secrets: PlatformSecrets; table: UserTable };
  rotator: ArtelFunction;
  /** The functions that check tokens, with the public keys that rotation publishes. */
  verifiers: ArtelFunction[];
};

/** New signing keys at the first deployment and every 30 days. Lives with the function, not with the secret it rotates. */
export class KeyRotation extends Construct {
  constructor(scope: Construct, id: string, { data, rotator, verifiers }: KeyRotationProps) {
    super(scope, id);
    const { secrets, table } = data;
    secrets.grantRotatingSigningKeys(rotator);
    table.grantAddingItems(rotator, 'KEYS#');
    rotator.lambda.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
    });
    // Not the L2 `RotationSchedule`, which would also grant GetRandomPassword on everything.
    const schedule = new CfnRotationSchedule(this, 'Default', {
      secretId: secrets.signingKeys.secretArn,
      rotationLambdaArn: rotator.lambda.functionArn,
      // As an expression, where earlier deployments had a number of days: the change rotates their keys at once, which
      // publishes them before the functions below, which used to read the secret, are replaced.
      rotationRules: { scheduleExpression: EVERY },
      rotateImmediatelyOnUpdate: true,
    });
    // The first rotation runs while the stack is still being made: permission and policy come first.
    schedule.node.addDependency(rotator);
    for (const verifier of verifiers) verifier.node.addDependency(schedule);
  }
}
