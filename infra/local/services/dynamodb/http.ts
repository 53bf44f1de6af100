import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { accessKeyOf } from '../iam/authorizer.ts';
import { DynamoDbError } from './errors.ts';
import type { Reply, Service } from './service.ts';

const PROTOCOL = 'DynamoDB_20120810';
const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** Longer than a client leaves a connection idle, so that no reply meets a connection that is being closed. */
const KEEP_ALIVE_MS = 120_000;

/**
 * The JSON protocol of DynamoDB (`x-amz-target`, AWS JSON 1.0) in front of the service. `onFailure` gets internal errors of
 * the server; a broken connection is not one.
 */
export function createHttpServer(service: Service, onFailure: (error: unknown) => void): Server {
  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    collect(request)
      .then(async (body) => {
        const reply = body === undefined ? 'too large' : replyTo(request, body, service);
        if (service.latency > 0) await wait(service.latency);
        answer(response, reply);
      })
      .catch((error: unknown) => {
        if (!request.errored) onFailure(error);
        response.destroy();
      });
  });
}

async function collect(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function replyTo({ headers, method }: IncomingMessage, text: string, service: Service): Reply {
  const [protocol, action, ...rest] = String(headers['x-amz-target'] ?? '').split('.');
  if (method !== 'POST' || protocol !== PROTOCOL || !action || rest.length > 0) {
    return failure(new DynamoDbError('UnknownOperationException', 'the request names no operation of DynamoDB'));
  }
  const accessKey = accessKeyOf(headers.authorization);
  if (!accessKey) {
    return failure(new DynamoDbError('MissingAuthenticationTokenException', 'Request is missing Authentication Token'));
  }
  const body = parsed(text);
  return body
    ? service.handle(action, body, accessKey)
    : failure(new DynamoDbError('SerializationException', 'the body is not a JSON object'));
}

/** An attribute named `__proto__` would be lost on its way through plain objects, so it is refused with the rest. */
function parsed(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text, text.includes('__proto__') ? refusePrototype : undefined);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('an attribute cannot be named __proto__');
  return value;
}

const failure = (error: DynamoDbError): Reply => ({ status: error.status, body: error.body() });

function answer(response: ServerResponse, reply: Reply | 'too large'): void {
  if (reply === 'dropped') {
    response.destroy();
    return;
  }
  if (reply === 'too large') {
    response.writeHead(413, { 'content-length': 0 }).end();
    return;
  }
  const body = Buffer.from(JSON.stringify(reply.body));
  response.writeHead(reply.status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': body.length,
    'x-amz-crc32': String(crc32(body)),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
