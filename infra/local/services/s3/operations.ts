import { createHash } from 'node:crypto';
import { ServiceError, type ServiceReply, type ServiceRequest } from '../protocol/service.ts';
import { decodeChunked } from './chunked.ts';
import { listing } from './listing.ts';
import type { ObjectHead, ObjectStore } from './object-store.ts';
import { element, elements, textsOf } from './xml.ts';

/** One S3 request, its bucket and key found. `allowed` asks IAM without refusing. */
export type ObjectCall = {
  request: ServiceRequest;
  bucket: string;
  key: string;
  store: ObjectStore;
  require: (action: string, resource: string) => void;
  allowed: (action: string, resource: string) => boolean;
};

export type Operation = (call: ObjectCall) => Promise<ServiceReply>;

export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;
export const objectArn = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`;

const KEPT_HEADERS =
  /^(x-amz-meta-.*|content-type|content-encoding|content-disposition|content-language|cache-control)$/;

export const putObject: Operation = async ({ request: { headers, body }, bucket, key, store, require }) => {
  require('s3:PutObject', objectArn(bucket, key));
  if (headers['x-amz-copy-source'])
    throw new ServiceError('NotImplemented', 'CopyObject is not supported locally', 501);
  const existing = store.head(key);
  const { 'if-none-match': ifNone, 'if-match': ifMatch } = headers;
  const refused = (ifNone === '*' && existing) || (ifMatch !== undefined && existing?.etag !== ifMatch);
  if (refused) throw preconditionFailed();
  const chunked = String(headers['x-amz-content-sha256']).startsWith('STREAMING-');
  const content = chunked ? decodeChunked(body) : body;
  const digest = headers['x-amz-checksum-sha256'];
  if (digest !== undefined && digest !== createHash('sha256').update(content).digest('base64'))
    throw new ServiceError('BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
  const kept = Object.entries(headers).filter(([name]) => KEPT_HEADERS.test(name));
  const values = kept.map(([name, value]) => [name, String(value).replace(/^aws-chunked,?/, '')] as const);
  const stored = Object.fromEntries(values.filter(([, value]) => value !== ''));
  const { etag } = await store.write(key, content, stored);
  return { status: 200, headers: { etag } };
};

export const getObject: Operation = async (call) => {
  const { request, store, key } = call;
  const head = existing(call);
  const headers = { ...headersOf(head), 'accept-ranges': 'bytes' };
  const { 'if-match': ifMatch } = request.headers;
  if (ifMatch !== undefined && ifMatch !== head.etag) throw preconditionFailed();
  if (request.headers['if-none-match'] === head.etag) return { status: 304, headers };
  if (request.method === 'HEAD') return { status: 200, headers: { ...headers, 'content-length': String(head.size) } };
  const body = await store.read(key);
  // It was replaced meanwhile: what was read may be either.
  if (store.head(key)?.etag !== head.etag) return await getObject(call);
  const range = rangeOf(request.headers.range, head.size);
  if (!range) return { status: 200, headers, body };
  const [start, end] = range;
  const contentRange = { 'content-range': `bytes ${start}-${end}/${head.size}` };
  return { status: 206, headers: { ...headers, ...contentRange }, body: body.subarray(start, end + 1) };
};

export const deleteObject: Operation = async ({ bucket, key, store, require }) => {
  require('s3:DeleteObject', objectArn(bucket, key));
  await store.remove(key);
  return { status: 204 };
};

/** Each key is judged by itself: a refused one is an `Error` among the results. */
export const deleteObjects: Operation = async ({ request, bucket, store, allowed }) => {
  const rows: string[] = [];
  for (const key of textsOf(request.body.toString(), 'Key')) {
    if (allowed('s3:DeleteObject', objectArn(bucket, key))) {
      await store.remove(key);
      rows.push(element('Deleted', [elements({ Key: key })]));
    } else {
      rows.push(element('Error', [elements({ Key: key, Code: 'AccessDenied', Message: 'Access Denied' })]));
    }
  }
  return xml(element('DeleteResult', rows));
};

export const listObjects: Operation = async ({ request, bucket, store, require }) => {
  require('s3:ListBucket', bucketArn(bucket));
  return xml(listing(bucket, store.list(), request.url.searchParams));
};

function preconditionFailed(): ServiceError {
  return new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
}

/** To a caller that may not list the bucket, S3 denies a missing object instead of saying that it is missing. */
function existing({ bucket, key, store, require, allowed }: ObjectCall): ObjectHead {
  require('s3:GetObject', objectArn(bucket, key));
  const head = store.head(key);
  if (head) return head;
  if (!allowed('s3:ListBucket', bucketArn(bucket))) require('s3:ListBucket', bucketArn(bucket));
  throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
}

function headersOf({ etag, modified, headers }: ObjectHead): Record<string, string> {
  return { 'content-type': 'binary/octet-stream', ...headers, etag, 'last-modified': new Date(modified).toUTCString() };
}

/** First and last byte of `bytes=a-b`, `bytes=a-` or `bytes=-n`. Other forms are ignored, as HTTP allows. */
function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  if (start > end) throw new ServiceError('InvalidRange', 'The requested range is not satisfiable', 416);
  return [start, end];
}

function xml(document: string): ServiceReply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
