import type { IncomingMessage } from 'node:http';

/** What a call asks for, in the words of the one that is asked: `PutItem`, `tools/call`, `POST /collections/_/points/query`. */
export const actionOf = (door: string, { method = '', url = '', headers }: IncomingMessage, body: Buffer): string => {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1);
  const path = url.split('?')[0] ?? '';
  if (path.startsWith('/mcp') && body.length > 0) return (JSON.parse(body.toString()) as { method: string }).method;
  if (door === 'sockets') return `${method} @connections`;
  if (door === 'vectors') return `${method} ${path.replace(/^(\/collections\/)[^/]+/, '$1_')}`;
  return `${method} ${path}`;
};

/** A failure as the service itself would report it: worth another try, and nothing was done. */
export const refusalOf = (door: string): { status: number; type: string; text: string } => {
  if (door === 'dynamodb') {
    const __type = 'com.amazonaws.dynamodb.v20120810#InternalServerError';
    return {
      status: 500,
      type: 'application/x-amz-json-1.0',
      text: JSON.stringify({ __type, message: 'Injected failure' }),
    };
  }
  if (door === 'services') {
    const text = JSON.stringify({ __type: 'InternalServiceError', message: 'Injected failure' });
    return { status: 500, type: 'application/x-amz-json-1.1', text };
  }
  return { status: 500, type: 'application/json', text: JSON.stringify({ error: { message: 'Injected failure' } }) };
};
