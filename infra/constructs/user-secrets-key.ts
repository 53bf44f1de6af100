import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/** Only what names its owner can be sealed or opened: every call stands in CloudTrail with user, project and name. */
const NAMED_BY_OWNER = {
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['user', 'project', 'secret'] },
  Null: { 'kms:EncryptionContext:user': 'false' },
};

/**
 * Seals the secrets that users store. The function that takes them in cannot open one again; the one that calls tools
 * with them cannot make one.
 */
export class UserSecretsKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id);
    this.key = new Key(this, 'Default', {
      description: 'Seals the secrets users store for their tools',
      enableKeyRotation: true,
      // Without the key all of them are lost, so there is time to notice.
      pendingWindow: Duration.days(keepData ? 30 : 7),
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  grantSealing(fn: ArtelFunction): void {
    this.#grant(fn, 'kms:GenerateDataKey');
  }

  grantOpening(fn: ArtelFunction): void {
    this.#grant(fn, 'kms:Decrypt');
  }

  #grant(fn: ArtelFunction, action: string): void {
    fn.tell('dataKey', this.key.keyArn).allow([action], [this.key.keyArn], NAMED_BY_OWNER);
  }
}
