import { ACCOUNT, arn } from '../account.ts';
import { givenOr, type Named, physicalName, shortId } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

const tableName = (named: Named) => givenOr(named, 'TableName');
const tableArn = (named: Named) => arn('dynamodb', `table/${tableName(named)}`);
const bucketName = (named: Named) => givenOr(named, 'BucketName', 63).toLowerCase();
const secretArn = (named: Named) =>
  arn('secretsmanager', `secret:${givenOr(named, 'Name')}-${shortId(named).slice(0, 6)}`);

export const STORAGE_TYPES: Record<string, ResourceType> = {
  'AWS::DynamoDB::Table': {
    properties: [
      'AttributeDefinitions',
      'BillingMode',
      'GlobalSecondaryIndexes',
      'KeySchema',
      'LocalSecondaryIndexes',
      'TableName',
      'TimeToLiveSpecification',
      'VectorIndexes',
    ],
    inert: {
      ...TAGS,
      ContributorInsightsSpecification: 'metrics exist only in AWS',
      DeletionProtectionEnabled: 'nothing deletes the table here',
      PointInTimeRecoverySpecification: 'the data folder is backed up by copying it',
      SSESpecification: 'the data folder is protected by the rights of its owner',
      WarmThroughput: 'there is one partition here',
    },
    ref: tableName,
    attributes: { Arn: tableArn },
  },
  'AWS::S3::Bucket': {
    properties: ['BucketName', 'CorsConfiguration'],
    inert: {
      ...TAGS,
      BucketEncryption: 'the data folder is protected by the rights of its owner',
      LifecycleConfiguration: 'old objects stay in the data folder',
      LoggingConfiguration: 'server access logs exist only in AWS',
      OwnershipControls: 'there is one account here',
      PublicAccessBlockConfiguration: 'nothing is public here',
      VersioningConfiguration: 'only the newest version is kept here',
    },
    ref: bucketName,
    attributes: {
      Arn: (named) => `arn:${ACCOUNT.partition}:s3:::${bucketName(named)}`,
      DomainName: (named) => `${bucketName(named)}.s3.${ACCOUNT.urlSuffix}`,
      RegionalDomainName: (named) => `${bucketName(named)}.s3.${ACCOUNT.region}.${ACCOUNT.urlSuffix}`,
    },
  },
  'AWS::SecretsManager::Secret': {
    properties: ['GenerateSecretString', 'Name', 'SecretString'],
    inert: { ...TAGS, Description: 'text for people', KmsKeyId: 'secrets are encrypted under the local key file' },
    ref: secretArn,
    attributes: { Id: secretArn },
  },
  'AWS::SecretsManager::RotationSchedule': {
    properties: ['RotateImmediatelyOnUpdate', 'RotationLambdaARN', 'RotationRules', 'SecretId'],
    ref: (named) => String(named.property('SecretId')),
  },
  'AWS::KMS::Key': {
    properties: [],
    inert: {
      ...TAGS,
      Description: 'text for people',
      EnableKeyRotation: 'the local key file is not rotated',
      KeyPolicy: 'role policies are checked, key policies are not',
      PendingWindowInDays: 'nothing deletes keys here',
      RotationPeriodInDays: 'the local key file is not rotated',
    },
    ref: (named) => physicalName(named),
    attributes: { Arn: (named) => arn('kms', `key/${physicalName(named)}`), KeyId: (named) => physicalName(named) },
  },
};
