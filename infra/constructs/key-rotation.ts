import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';
import type { PlatformSecrets } from './platform-secrets.ts';

/** A token lives 15 minutes and the former key stays valid beside the new one, so the period is only a matter of convention. */
const EVERY_DAYS = 30;

/** New signing keys at the first deployment and every 30 days. Lives with the function, not with the secret it rotates. */
export class KeyRotation extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { secrets, rotator }: { secrets: PlatformSecrets; rotator: ArtelFunction },
  ) {
    super(scope, id);
    secrets.grantRotatingSigningKeys(rotator);
    rotator.lambda.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
    });
    // Not the L2 `RotationSchedule`, which would also grant GetRandomPassword on everything.
    const schedule = new CfnRotationSchedule(this, 'Default', {
      secretId: secrets.signingKeys.secretArn,
      rotationLambdaArn: rotator.lambda.functionArn,
      rotationRules: { automaticallyAfterDays: EVERY_DAYS },
      rotateImmediatelyOnUpdate: true,
    });
    // The first rotation runs while the stack is still being made: permission and policy come first.
    schedule.node.addDependency(rotator);
  }
}
