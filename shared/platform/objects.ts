import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Loaded for the first object: most invocations touch none, and this would be an eighth of what each start loads. */
const s3 = once(async () => {
  const library = await import('@aws-sdk/client-s3');
  return { ...library, client: new library.S3Client({ ...CLIENT_TIMEOUTS, forcePathStyle: true }) };
});

/** Keeps text under `u/<user>/…`; keys come from `store`, which takes the scope. */
export const putObject = async (key: string, text: string): Promise<void> => {
  const { client, PutObjectCommand } = await s3();
  await client.send(
    new PutObjectCommand({
      Bucket: required('bucket'),
      Key: key,
      Body: text,
      // The SDK takes an empty text for a stream of unknown length.
      ContentLength: Buffer.byteLength(text),
      ContentType: 'text/plain; charset=utf-8',
    }),
  );
};

export const getObject = async (key: string): Promise<string | undefined> => {
  const { client, GetObjectCommand } = await s3();
  try {
    const answer = await client.send(new GetObjectCommand({ Bucket: required('bucket'), Key: key }));
    return await answer.Body?.transformToString('utf-8');
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
};

/** Keeps bytes, with nothing said of what they are. */
export const putBytes = async (key: string, bytes: Uint8Array): Promise<void> => {
  const { client, PutObjectCommand } = await s3();
  const length = bytes.byteLength;
  await client.send(new PutObjectCommand({ Bucket: required('bucket'), Key: key, Body: bytes, ContentLength: length }));
};

/**
 * An address at which whoever has it may put one object, of just these bytes, for a while; `headers` go with it. Of the digest S3
 * knows only as a header: in the address it would be signed and not looked at.
 */
export const presignPut = async (
  key: string,
  { bytes, sha256, seconds }: { bytes: number; sha256: string; seconds: number },
): Promise<{ url: string; headers: Record<string, string> }> => {
  const [{ client, PutObjectCommand }, { getSignedUrl }] = await Promise.all([
    s3(),
    import('@aws-sdk/s3-request-presigner'),
  ]);
  const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
  const command = new PutObjectCommand({ Bucket: required('bucket'), Key: key, ContentLength: bytes, ChecksumSHA256 });
  const unhoistableHeaders = new Set(['x-amz-checksum-sha256']);
  const url = await getSignedUrl(client, command, { expiresIn: seconds, unhoistableHeaders });
  return { url, headers: { 'x-amz-checksum-sha256': ChecksumSHA256 } };
};

/** A piece of an object: from `offset` on, or its last bytes where that is not given. `tag`: only of the object with this tag. */
export type Piece = { offset?: number; length: number; tag?: string | undefined };

/** A piece of an object, how long the whole is, and the tag that changes with it. Past its end there is nothing. */
export const readObject = async (
  key: string,
  { offset, length, tag }: Piece,
): Promise<{ bytes: Uint8Array; size: number; tag: string } | undefined> => {
  const Range = offset === undefined ? `bytes=-${length}` : `bytes=${offset}-${offset + length - 1}`;
  const { client, GetObjectCommand } = await s3();
  try {
    const command = new GetObjectCommand({ Bucket: required('bucket'), Key: key, Range, IfMatch: tag });
    const answer = await client.send(command);
    const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    const size = Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? (offset ?? 0) + bytes.length);
    return { bytes, size, tag: answer.ETag ?? '' };
  } catch (error) {
    if (error instanceof Error && GONE.has(error.name)) return undefined;
    // Of an empty object even the first byte lies past the end.
    if (error instanceof Error && error.name === 'InvalidRange') {
      return { bytes: new Uint8Array(), size: offset ?? 0, tag: '' };
    }
    throw error;
  }
};

/** It is not there, or it is another one by now. */
const GONE = new Set(['NoSuchKey', 'PreconditionFailed']);

/** Objects in the order of their keys, at most 1,000; `after` is the last key of the page before. */
export const listObjects = async (
  prefix: string,
  { limit, after }: { limit: number; after?: string },
): Promise<{ items: Array<{ key: string; bytes: number; modified: number }>; more: boolean }> => {
  const { client, ListObjectsV2Command } = await s3();
  const answer = await client.send(
    new ListObjectsV2Command({ Bucket: required('bucket'), Prefix: prefix, MaxKeys: limit, StartAfter: after }),
  );
  const items = (answer.Contents ?? []).map(({ Key = '', Size = 0, LastModified }) => ({
    key: Key,
    bytes: Size,
    modified: LastModified?.getTime() ?? 0,
  }));
  return { items, more: answer.IsTruncated ?? false };
};

/** At most 1,000 keys, S3's own limit. */
export const deleteObjects = async (keys: string[]): Promise<void> => {
  if (keys.length === 0) return;
  const { client, DeleteObjectsCommand } = await s3();
  await client.send(
    new DeleteObjectsCommand({
      Bucket: required('bucket'),
      Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
    }),
  );
};
