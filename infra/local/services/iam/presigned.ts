import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ServiceError, type ServiceRequest } from '../protocol/service.ts';

/*
 * A request whose signature is in its address: "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)",
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. Whoever has such an address has no key, so here,
 * unlike elsewhere in the local cloud, the signature is checked.
 */

/** The credential of a presigned address: key, day, region, service. */
export const credentialIn = (url: URL): string | undefined => url.searchParams.get('X-Amz-Credential') ?? undefined;

/** The access key of whoever signed the address. `secretOf` knows the keys; `now` is in milliseconds. */
export function signerOf(
  { method, url, headers }: ServiceRequest,
  { secretOf, now }: { secretOf: (accessKey: string) => string | undefined; now: number },
): string {
  const query = url.searchParams;
  const [accessKey = '', day = '', region = '', service = ''] = (credentialIn(url) ?? '').split('/');
  const time = query.get('X-Amz-Date') ?? '';
  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const secret = secretOf(accessKey);
  if (secret === undefined) throw refusal('InvalidAccessKeyId', 'The access key is not known.');
  const end = Date.parse(time.replace(FORM, '$1-$2-$3T$4:$5:$6Z')) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(now < end)) throw refusal('AccessDenied', 'Request has expired');
  const unsigned = Object.keys(headers).find((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (unsigned !== undefined)
    throw refusal('AccessDenied', `There were headers present which were not signed: ${unsigned}`);
  const canonical = [
    method,
    url.pathname,
    queryOf(query),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const given = Buffer.from(query.get('X-Amz-Signature') ?? '', 'hex');
  const right = hmac(key, text);
  if (given.length === right.length && timingSafeEqual(given, right)) return accessKey;
  throw refusal('SignatureDoesNotMatch', 'The request signature does not match the signature you provided.');
}

/** `20260131T120000Z` */
const FORM = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

const refusal = (code: string, message: string) => new ServiceError(code, message, 403);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

const queryOf = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
