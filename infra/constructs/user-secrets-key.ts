import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ArtelFunction } from './artel-function.ts';

/** What is sealed: a tool's secret, what placeholders of a session stand for, a call of a model, a key of a provider, a webhook's secret. */
type Sealed = 'secret' | 'session' | 'call' | 'provider' | 'webhook';

/** Only calls that name the owner are allowed: CloudTrail records each with user, project and this name. */
const namedBy = (name: Sealed) => ({
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['user', 'project', name] },
  Null: { 'kms:EncryptionContext:user': 'false', [`kms:EncryptionContext:${name}`]: 'false' },
});

/**
 * Seals the secrets that users store. The function that accepts them cannot open one again; the one that calls tools with
 * them cannot seal one. Also seals what placeholders of a session stand for, what policies changed in a call, and users' own
 * keys of providers and secrets of webhooks; a key made for one of the five opens nothing of the others.
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

  grantSealingProviderKeys(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:GenerateDataKey'], 'provider');
  }

  /** Users' own keys of providers, for functions that call models with them. */
  grantOpeningProviderKeys(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:Decrypt'], 'provider');
  }

  grantSealingWebhooks(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:GenerateDataKey'], 'webhook');
  }

  /** What deliveries are signed with, for the function that makes them. */
  grantOpeningWebhooks(fn: ArtelFunction): void {
    this.#grant(fn, ['kms:Decrypt'], 'webhook');
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

  #grant(fn: ArtelFunction, actions: string[], name: Sealed): void {
    fn.addEnvironment('dataKey', this.key.keyArn).allow(actions, [this.key.keyArn], namedBy(name));
  }
}
