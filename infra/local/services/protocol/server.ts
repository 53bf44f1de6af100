import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessKeyOf } from '../iam/authorizer.ts';
import { credentialIn } from '../iam/presigned.ts';
import type { Service } from './service.ts';

export type ServicesOptions = {
  /** By the name SDK clients sign for: `sqs`, `s3`, `secretsmanager`, `kms`, `lambda`, `ses`, `states`. */
  services: Record<string, Service>;
  onCall: (service: string, operation: string) => void;
  log: (text: string) => void;
};

export type RunningServices = { url: string; stop(): Promise<void> };

/** One HTTP endpoint for all stand-ins; the credential scope of the signature says which one is meant. */
export async function startServices(options: ServicesOptions): Promise<RunningServices> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response, options).catch((error: Error) => {
      options.log(`${request.method} ${request.url}: ${error.stack}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(JSON.stringify({ __type: 'InternalServerError', message: error.message }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServicesOptions): Promise<void> {
  const authorization = request.headers.authorization;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const credential = /Credential=([^,\s]+)/.exec(authorization ?? '')?.[1] ?? credentialIn(url);
  // A browser asks without a signature, and only of buckets.
  const service = credential?.split('/')[3] ?? (request.method === 'OPTIONS' ? 's3' : '');
  const handle = options.services[service];
  if (!handle) {
    const why = service ? `service ${service} has no local stand-in` : 'the request is not signed';
    response.writeHead(403).end(JSON.stringify({ __type: 'MissingAuthenticationToken', message: why }));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const reply = await handle({
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    accessKey: accessKeyOf(authorization),
    body: Buffer.concat(chunks),
  });
  options.onCall(service, reply.operation);
  const body = Buffer.from(reply.body ?? '');
  // A HEAD answer tells the length of the object, not of the body it does not have.
  response.writeHead(reply.status, { 'content-length': body.byteLength, ...reply.headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}
