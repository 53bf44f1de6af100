import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';

/** Values too large for an item, under `u/<user>/…`. Outside dev the bucket outlives its stack. */
export class UserObjects extends Construct {
  readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { keepData, allowedOrigins }: { keepData: boolean; allowedOrigins: readonly string[] },
  ) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Default', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      cors: corsFor(allowedOrigins),
      // Emptying a bucket takes a function of CDK's own; without it `cdk destroy` asks for an emptied bucket.
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        {
          // Long enough to undo a mistake, short enough that "deleted" means deleted.
          expiredObjectDeleteMarker: true,
          noncurrentVersionExpiration: Duration.days(7),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    acknowledge(this.bucket, {
      S1: 'Only functions read objects, and each call is a log line of theirs with its request id.',
    });
  }

  grantReading(fn: ArtelFunction): void {
    this.#grant(fn, ['s3:GetObject']);
  }

  grantDeleting(fn: ArtelFunction): void {
    this.#grant(fn, ['s3:DeleteObject']);
  }

  grantAll(fn: ArtelFunction): void {
    this.#grant(fn, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']);
  }

  /** Reads objects and adds others. */
  grantAdding(fn: ArtelFunction): void {
    this.#grant(fn, ['s3:GetObject', 's3:PutObject']);
  }

  /** The names of objects. With it S3 also reports a missing object as missing, and not as denied. */
  grantListing(fn: ArtelFunction): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }

  #grant(fn: ArtelFunction, actions: string[]): void {
    fn.addEnvironment('bucket', this.bucket.bucketName).allow(actions, [this.bucket.arnForObjects('u/*')]);
    const { 'Fn::ImportValue': arn } = fn.lambda.stack.resolve(Stack.of(this).exportValue(this.bucket.bucketArn));
    acknowledge(fn.role, {
      [`IAM5[Resource::${arn}/u/*]`]:
        'The users of this function are known only at run time; keys are built from their scope.',
    });
  }
}

/** Pages of these origins may put what they announced at the address of an upload. It takes no cookies, so nothing else is opened. */
const corsFor = (allowedOrigins: readonly string[]): CorsRule[] =>
  allowedOrigins.length === 0
    ? []
    : [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [...allowedOrigins],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 600,
        },
      ];
