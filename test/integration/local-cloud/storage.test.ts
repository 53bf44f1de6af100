import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecryptCommand, EncryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { bootTiny, clientAs, type TinyApp } from './tiny-cloud.ts';

const Bucket = 'tiny-files';
const APP: TinyApp = {
  functions: {
    Reader: {
      source: 'export const handler = async () => null;',
      statements: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Files', 'Arn'] }, '/u/*']] },
        },
      ],
    },
    Rotator: {
      source: `
        const call = async (action, body) => {
          const scope = process.env.AWS_ACCESS_KEY_ID + '/20260101/us-east-1/secretsmanager/aws4_request';
          const headers = { 'x-amz-target': 'secretsmanager.' + action, authorization: 'AWS4-HMAC-SHA256 Credential=' + scope };
          const response = await fetch(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER, { method: 'POST', headers, body: JSON.stringify(body) });
          if (!response.ok) throw new Error(await response.text());
          return response.json();
        };
        export const handler = async ({ Step, SecretId, ClientRequestToken }) => {
          if (Step === 'createSecret') {
            await call('PutSecretValue', { SecretId, ClientRequestToken, SecretString: 'rotated', VersionStages: ['AWSPENDING'] });
          }
          if (Step === 'finishSecret') {
            const { VersionIdsToStages } = await call('DescribeSecret', { SecretId });
            const [current] = Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT'));
            const move = { VersionStage: 'AWSCURRENT', MoveToVersionId: ClientRequestToken, RemoveFromVersionId: current };
            await call('UpdateSecretVersionStage', { SecretId, ...move });
          }
        };`,
      statements: [
        {
          Effect: 'Allow',
          Action: [
            'secretsmanager:DescribeSecret',
            'secretsmanager:PutSecretValue',
            'secretsmanager:UpdateSecretVersionStage',
          ],
          Resource: { Ref: 'Rotating' },
        },
      ],
    },
  },
  resources: {
    Files: { Type: 'AWS::S3::Bucket', Properties: {} },
    Generated: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { GenerateSecretString: { SecretStringTemplate: '{"user":"a"}', GenerateStringKey: 'password' } },
    },
    Given: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: '{"url":""}' } },
    Rotating: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: 'first' } },
    RotatorPermission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Rotator', 'Arn'] },
        Principal: 'secretsmanager.amazonaws.com',
      },
    },
    Rotation: {
      Type: 'AWS::SecretsManager::RotationSchedule',
      Properties: { SecretId: { Ref: 'Rotating' }, RotationLambdaARN: { 'Fn::GetAtt': ['Rotator', 'Arn'] } },
    },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'artel-storage-'));
const options = { data: folder, secrets: { Given: { url: 'http://localhost:1' } } };
let cloud: LocalCloud;
let s3: S3Client;

beforeAll(async () => {
  cloud = await bootTiny(APP, options);
  s3 = new S3Client(clientAs(cloud));
});
afterAll(async () => {
  s3.destroy();
  await cloud.stop();
});

const read = async (Key: string, extra: object = {}) => {
  const { Body, ...rest } = await s3.send(new GetObjectCommand({ Bucket, Key, ...extra }));
  return { ...rest, text: await Body?.transformToString() };
};

describe('a bucket', () => {
  test('a bucket gives back what was put, with its type and metadata', async () => {
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'u/ä b.txt',
        Body: 'hello',
        ContentType: 'text/plain',
        Metadata: { origin: 'test' },
      }),
    );
    expect(await read('u/ä b.txt')).toMatchObject({
      text: 'hello',
      ContentType: 'text/plain',
      Metadata: { origin: 'test' },
    });
    expect(await read('u/ä b.txt', { Range: 'bytes=1-3' })).toMatchObject({ text: 'ell', ContentRange: 'bytes 1-3/5' });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'u/ä b.txt' }));
    expect(head.ContentLength).toBe(5);
  });

  test('a bucket refuses a second put that must be the first', async () => {
    const put = () => s3.send(new PutObjectCommand({ Bucket, Key: 'u/once', Body: 'x', IfNoneMatch: '*' }));
    await put();
    await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  test('a bucket lists by prefix in pages, and deletes one or many', async () => {
    const keys = ['l/1', 'l/2', 'l/3', 'l/sub/4'];
    await Promise.all(keys.map((Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))));
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2, Delimiter: '/' }));
    const second = await s3.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix: 'l/',
        Delimiter: '/',
        ContinuationToken: first.NextContinuationToken,
      }),
    );
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['l/1', 'l/2']);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['l/3']);
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'l/sub/' }]);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'l/1' }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/' }))).Contents ?? []).toEqual([]);
  });

  test('a bucket denies what the role may not read, and a missing object to a role that may not list', async () => {
    const reader = new S3Client(clientAs(cloud, 'Reader'));
    const get = (Key: string) => reader.send(new GetObjectCommand({ Bucket, Key }));
    await expect(get('other/x')).rejects.toThrow(
      'role tiny-ReaderRole is not allowed to s3:GetObject on arn:aws:s3:::tiny-files/other/x',
    );
    await expect(get('u/missing')).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(read('u/missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    reader.destroy();
  });
});

describe('a secret', () => {
  const secretText = async (name: string) => {
    const client = new SecretsManagerClient(clientAs(cloud));
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: `tiny-${name}` }));
    client.destroy();
    return SecretString;
  };

  test('a secret that was never rotated is rotated at boot', async () => {
    expect(await secretText('Rotating')).toBe('rotated');
  });

  test('a secret has the value given at boot instead of the one in the template', async () => {
    expect(await secretText('Given')).toBe('{"url":"http://localhost:1"}');
  });

  test('a secret is not readable in the data folder, whose key only the owner can read', async () => {
    const stored = readFileSync(join(folder, 'secrets.json'), 'utf8');
    expect(Object.keys(JSON.parse(stored))).toEqual(['tiny-Generated', 'tiny-Rotating']);
    expect(stored).not.toContain('rotated');
    expect(statSync(join(folder, 'local.key')).mode & 0o777).toBe(0o600);
  });

  test('secrets and objects are the same after a restart', async () => {
    const generated = await secretText('Generated');
    expect(JSON.parse(generated ?? '')).toMatchObject({ user: 'a', password: expect.stringMatching(/^.{32}$/) });
    await s3.send(new PutObjectCommand({ Bucket, Key: 'u/kept', Body: 'kept' }));
    await cloud.stop();
    cloud = await bootTiny(APP, options);
    s3 = new S3Client(clientAs(cloud));
    expect(await secretText('Generated')).toBe(generated);
    expect(await read('u/kept')).toMatchObject({ text: 'kept' });
    expect(await cloud.counts()).not.toHaveProperty('function:Rotator');
  });

  test('R6: a secret is rotated at the next start when its schedule has changed, and once', async () => {
    const app = structuredClone(APP);
    const { Rotation } = app.resources as Record<string, { Properties: Record<string, unknown> }>;
    Rotation!.Properties.RotationRules = { ScheduleExpression: 'rate(30 days)' };
    for (const calls of [4, undefined]) {
      await cloud.stop();
      cloud = await bootTiny(app, options);
      expect((await cloud.counts())['function:Rotator']?.calls).toBe(calls);
    }
    s3 = new S3Client(clientAs(cloud));
  });
});

test('a key decrypts only with the context it encrypted with', async () => {
  const kms = new KMSClient(clientAs(cloud));
  const KeyId = 'tiny-Key';
  const EncryptionContext = { user: 'alice', kind: 'token' };
  const Plaintext = Buffer.from('secret');
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext }));
  const decrypted = await kms.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { kind: 'token', user: 'alice' } }),
  );
  expect(Buffer.from(decrypted.Plaintext ?? []).toString()).toBe('secret');
  const asBob = kms.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { ...EncryptionContext, user: 'bob' } }),
  );
  await expect(asBob).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  const key = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  expect(key.Plaintext).toHaveLength(32);
  kms.destroy();
});

test('opening a data folder in use is refused by naming the process', async () => {
  await expect(bootTiny(APP, options)).rejects.toThrow(`${folder} is in use by process ${process.pid}`);
});
