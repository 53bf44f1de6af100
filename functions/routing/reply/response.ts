import type { APIGatewayProxyResult } from 'aws-lambda';
import { Defect } from '../../../shared/core/errors.ts';
import type { Reply } from './reply.ts';

/** A reply in API Gateway's format. A text with its own content type is sent as it is. */
export const responseOf = ({ status, body, bytes, headers = {}, cookies = [] }: Reply): APIGatewayProxyResult => {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const own = lower['content-type'];
  const multiValueHeaders = cookies.length > 0 && { multiValueHeaders: { 'set-cookie': cookies } };
  if (bytes) {
    const encoded = { body: bytes.toString('base64'), isBase64Encoded: true };
    return { statusCode: status, headers: lower, ...multiValueHeaders, ...encoded };
  }
  if (body === undefined) return { statusCode: status, headers: lower, ...multiValueHeaders, body: '' };
  if (own === undefined || own.startsWith('application/json')) {
    const typed = { 'content-type': 'application/json', ...lower };
    return { statusCode: status, headers: typed, ...multiValueHeaders, body: JSON.stringify(body) };
  }
  if (typeof body !== 'string') throw new Defect(`A reply of type ${own} must be a text.`);
  return { statusCode: status, headers: lower, ...multiValueHeaders, body };
};
