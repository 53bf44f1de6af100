import { AccessDenied, type Authorizer } from '../iam/authorizer.ts';
import { credentialIn, signerOf } from '../iam/presigned.ts';
import { type Service, ServiceError, type ServiceReply, type ServiceRequest } from '../protocol/service.ts';
import { type CorsRules, corsHeaders, preflight } from './cors.ts';
import type { ObjectStore } from './object-store.ts';
import { deleteObject, deleteObjects, getObject, listObjects, type Operation, putObject } from './operations.ts';
import { element, elements } from './xml.ts';

const OPERATIONS: Record<string, Operation> = {
  PutObject: putObject,
  GetObject: getObject,
  HeadObject: getObject,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  ListObjectsV2: listObjects,
};

/** S3's REST protocol, path style, over the buckets of the template. */
export function bucketService(
  buckets: Map<string, ObjectStore>,
  authorizer: Authorizer,
  cors: CorsRules = new Map(),
): Service {
  const keys = { secretOf: (accessKey: string) => authorizer.secretOf(accessKey) };
  return async (request) => {
    const [, bucket = '', ...rest] = request.url.pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    const operation = operationOf(request, key);
    const rules = cors.get(bucket) ?? [];
    if (request.method === 'OPTIONS') return { operation: 'Preflight', ...preflight(rules, request) };
    let accessKey = request.accessKey;
    const require = (action: string, resource: string) => authorizer.authorize(accessKey, { action, resource });
    const allowed = (action: string, resource: string) => {
      try {
        require(action, resource);
        return true;
      } catch (error) {
        if (error instanceof AccessDenied) return false;
        throw error;
      }
    };
    try {
      accessKey ??= credentialIn(request.url) && signerOf(request, { ...keys, now: Date.now() });
      const run = OPERATIONS[operation];
      if (!run) throw new ServiceError('NotImplemented', `${operation} is not supported locally`, 501);
      const store = buckets.get(bucket);
      if (!store) throw new ServiceError('NoSuchBucket', `The specified bucket does not exist: ${bucket}`, 404);
      const reply = await run({ request, bucket, key, store, require, allowed });
      return { operation, ...reply, headers: { ...reply.headers, ...corsHeaders(rules, request) } };
    } catch (error) {
      const refusal = refusalOf(error);
      return { operation, ...refusal, headers: { ...refusal.headers, ...corsHeaders(rules, request) } };
    }
  };
}

function operationOf({ method, url, headers }: ServiceRequest, key: string): string {
  const query = url.searchParams;
  const special = ['uploads', 'uploadId', 'tagging', 'acl', 'versioning', 'versions', 'versionId'].find((one) =>
    query.has(one),
  );
  if (special) return `${method} with ?${special}`;
  if (!key && method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
  if (!key && method === 'POST' && query.has('delete')) return 'DeleteObjects';
  if (key && method === 'PUT') return 'PutObject';
  if (key && method === 'GET') return 'GetObject';
  if (key && method === 'HEAD') return 'HeadObject';
  if (key && method === 'DELETE') return 'DeleteObject';
  return `${method} ${key ? 'object' : 'bucket'} (${headers['x-amz-target'] ?? 'unknown'})`;
}

function refusalOf(error: unknown): ServiceReply {
  const refusal = error instanceof AccessDenied ? new ServiceError('AccessDenied', error.message, 403) : error;
  if (!(refusal instanceof ServiceError)) throw error;
  const body = element('Error', [elements({ Code: refusal.code, Message: refusal.message })]);
  return { status: refusal.status, headers: { 'content-type': 'application/xml' }, body };
}
