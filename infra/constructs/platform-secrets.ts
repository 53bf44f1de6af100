import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ENV } from '../../shared/core/environment.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';

/**
 * The platform's own secrets. The template only gives each its shape, without values: rotation fills the signing keys at
 * once, the owner fills the other two (`aws secretsmanager put-secret-value`).
 *
 * Never change a shape, not even a space in it: CloudFormation would store the new text over the live value, and no one could
 * sign in. A field that comes later is optional to its readers, and named in the description alone.
 */
export class PlatformSecrets extends Construct {
  readonly signingKeys: Secret;
  readonly provider: Secret;
  readonly vectors: Secret;

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id);
    const secret = (name: string, description: string, shape: object) =>
      new Secret(this, name, {
        description,
        secretStringValue: SecretValue.unsafePlainText(JSON.stringify(shape)),
        removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.signingKeys = secret('SigningKeys', 'Keys that sign access tokens, newest first', { keys: [] });
    this.provider = secret(
      'Provider',
      'Model provider: base_url, api_key, optionally kind (openai or anthropic), model, embedding_model, timeouts, ' +
        'upstreams (each with name, base_url, api_key, models, optionally kind and timeouts) and fallbacks',
      { base_url: 'https://api.openai.com/v1', api_key: '' },
    );
    this.vectors = secret('Vectors', 'Vector store: url, api_key', { url: '', api_key: '' });
    acknowledge(this.signingKeys, {
      SMG4: 'Rotated every 30 days by the schedule in the service stack, where the function is.',
    });
    const foreign = 'Issued by another party, whose keys cannot be replaced from here; the owner stores a new one.';
    acknowledge(this.provider, { SMG4: foreign });
    acknowledge(this.vectors, { SMG4: foreign });
  }

  /** The private keys, for the function that signs: those that only check tokens read the public ones in the table. */
  grantSigningKeys(fn: ArtelFunction): void {
    grantReading(fn, 'signingKeysSecret', this.signingKeys);
  }

  grantProvider(fn: ArtelFunction): void {
    grantReading(fn, 'providerSecret', this.provider);
  }

  grantVectors(fn: ArtelFunction): void {
    grantReading(fn, 'vectorsSecret', this.vectors);
  }

  /** The four steps of a rotation: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html */
  grantRotatingSigningKeys(fn: ArtelFunction): void {
    this.grantSigningKeys(fn);
    fn.allow(
      ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'],
      [this.signingKeys.secretArn],
    );
  }
}

function grantReading(fn: ArtelFunction, name: keyof typeof ENV, secret: Secret): void {
  fn.addEnvironment(name, secret.secretArn).allow(['secretsmanager:GetSecretValue'], [secret.secretArn]);
}
