import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/** Only calls that name the owner are allowed: CloudTrail records each with user, project and this name. */
const namedBy = (name: 'secret' | 'session' | 'call') => ({
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['user', 'project', name] },
  Null: { 'kms:EncryptionContext:user': 'false', [`kms:EncryptionContext:${name}`]: 'false' },
});

/**
 * Seals the secrets that users store. The function that accepts them cannot open one again; the one that calls tools with
 * them cannot seal one. Also seals what placeholders of a session stand for, and what policies changed in a call; a key
 * made for one of the three opens nothing of the others.
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
    this.#grant(fn, ['kms:GenerateDataKey'], 'secret');
  }

  grantOpening(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:Decrypt'], 'secret');
  }

  /** The vaults of sessions, for functions that call models in them. */
  grantSessions(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:GenerateDataKey', 'kms:Decrypt'], 'session');
  }

  /** Records of calls, for functions that call models. */
  grantSealingCalls(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:GenerateDataKey'], 'call');
  }

  /** The same, for the function that shows them to an administrator. */
  grantOpeningCalls(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:Decrypt'], 'call');
  }

  #grant(fn: ArtelFunction, actions: string[], name: 'secret' | 'session' | 'call'): void {
    fn.addEnvironment('dataKey', this.key.keyArn).allow(actions, [this.key.keyArn], namedBy(name));
  }
}
