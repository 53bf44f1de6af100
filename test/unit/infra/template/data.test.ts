import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../../../infra/local/boot/tables.ts';
import { assemble } from '../../../../infra/local/template/assembly.ts';
import { STAGES } from '../../../../infra/settings/index.ts';
import { TABLE_SCHEMA } from '../../../../shared/core/table-schema.ts';
import { memoryTable } from '../../../support/memory-table.ts';
import { TABLE_KEYS } from '../../../support/table-definition.ts';
import { apps, resourcesOf, template } from './templates.ts';

/* Requirements: AG1, OPS4. */

describe.each(STAGES)('the data of %s', (stage) => {
  const data = template(stage, 'data');

  test('the data of a stage is one table, on demand, encrypted, restorable to any second, that removes expired items', () => {
    data.resourceCountIs('AWS::DynamoDB::Table', 2);
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: TABLE_SCHEMA.timeToLive, Enabled: true },
      StreamSpecification: Match.absent(),
      ...TABLE_KEYS,
    });
  });

  test('memories have a table of their own, on demand, encrypted, restorable, with an index of vectors', () => {
    const [, table] = tablesOf(assemble(apps[stage].templates).resources);
    expect(table).toEqual(memoryTable(table!.TableName, [1536]));
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      VectorIndexes: [Match.objectLike({ Dimensions: 1536 })],
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  test('the data of a stage is one bucket: private, encrypted, versioned, over TLS only', () => {
    data.resourceCountIs('AWS::S3::Bucket', 1);
    data.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: Match.objectLike({}),
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  // Exactly these, for ever: CloudFormation stores a text that was changed over the live keys.
  test('the secrets of a stage have only a shape: no key, no token', () => {
    const secrets = Object.values(resourcesOf(stage, 'AWS::SecretsManager::Secret'));
    const values = secrets.map(({ Properties }) => JSON.parse(String(Properties.SecretString)));
    expect(values).toEqual([
      { keys: [] },
      { base_url: 'https://api.openai.com/v1', api_key: '' },
      { url: '', api_key: '' },
    ]);
  });

  // A reference to what CloudFormation named is no name.
  test('the data stack names nothing itself, so two deployments never collide', () => {
    const text = JSON.stringify(apps[stage].templates);
    for (const name of ['TableName', 'BucketName', 'QueueName', 'RoleName', 'LogGroupName']) {
      expect(text.match(new RegExp(`"${name}":(?!\\{"Ref":).{0,40}`))).toBeNull();
    }
    for (const { Properties } of Object.values(resourcesOf(stage, 'AWS::Lambda::Function'))) {
      expect(Properties).not.toHaveProperty('FunctionName');
    }
  });

  test('the data stack does not depend on the service', () => {
    expect(JSON.stringify(data.toJSON())).not.toContain('Fn::ImportValue');
  });

  test('the data stack exports everything the service imports', () => {
    const exported = Object.values(data.findOutputs('*')).map((output) => output.Export?.Name);
    const service = JSON.stringify(template(stage, 'service').toJSON());
    const imported = [...service.matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    // The secret of a vector store is exported though nothing imports it, so that a deployment can leave its Qdrant.
    const further = exported.filter((name) => !String(name).includes('SecretsVectors'));
    expect(exported.length - further.length).toBe(1);
    expect([...new Set(imported)].sort()).toEqual(further.sort());
  });
});

test('the data outlives its stack in prod, and only there', () => {
  const stateful = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'];
  const policies = (stage: 'dev' | 'prod') =>
    stateful.flatMap((type) => Object.values(resourcesOf(stage, type)).map(({ DeletionPolicy }) => DeletionPolicy));
  expect(new Set(policies('prod'))).toEqual(new Set(['Retain']));
  expect(new Set(policies('dev'))).toEqual(new Set(['Delete']));
  template('prod', 'data').hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
});

test('the key of users’ secrets is rotated each year, and kept in prod', () => {
  for (const stage of STAGES) {
    const keys = Object.values(resourcesOf(stage, 'AWS::KMS::Key'));
    expect(keys.map(({ Properties }) => Properties.EnableKeyRotation)).toEqual([true]);
    expect(keys.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([stage === 'prod' ? 'Retain' : 'Delete']);
  }
});
