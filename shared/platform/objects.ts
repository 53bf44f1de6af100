import { DeleteObjectsCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { required } from './configuration.ts';
import { once } from './once.ts';

const client = once(() => new S3Client({ forcePathStyle: true }));

/** Keeps text under `u/<user>/…`; keys come from `store`, which takes the scope. */
export const putObject = async (key: string, text: string): Promise<void> => {
  await client().send(
    new PutObjectCommand({
      Bucket: required('bucket'),
      Key: key,
      Body: text,
      ContentType: 'text/plain; charset=utf-8',
    }),
  );
};

export const getObject = async (key: string): Promise<string | undefined> => {
  try {
    const answer = await client().send(new GetObjectCommand({ Bucket: required('bucket'), Key: key }));
    return await answer.Body?.transformToString('utf-8');
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
};

/** At most 1,000 keys, S3's own limit. */
export const deleteObjects = async (keys: string[]): Promise<void> => {
  if (keys.length === 0) return;
  await client().send(
    new DeleteObjectsCommand({
      Bucket: required('bucket'),
      Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
    }),
  );
};
