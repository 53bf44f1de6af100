import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ENV } from '../../shared/core/environment.ts';

export type SocketEndpoints = {
  /** Texts by connection, in order. */
  posts: Map<string, string[]>;
  /** Connections that answer 410. */
  gone: Set<string>;
  /** Connections whose posts are refused with 403. */
  refusing: Set<string>;
  /** Connections that were asked to be closed. */
  closed: string[];
  /** Payloads of asynchronous invocations, by function name. */
  invocations: { name: string; type: string; payload: unknown }[];
  stop(): Promise<void>;
};

/** Stands in for `@connections` and Lambda's invocations: notes what the SDK clients send, over real HTTP. */
export const startSocketEndpoints = async (): Promise<SocketEndpoints> => {
  const seen = {
    posts: new Map<string, string[]>(),
    gone: new Set<string>(),
    refusing: new Set<string>(),
    closed: [] as string[],
    invocations: [] as SocketEndpoints['invocations'],
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = decodeURIComponent(request.url ?? '');
    const invoked = /\/functions\/([^/]+)\/invocations/.exec(path)?.[1];
    if (invoked !== undefined) {
      const type = String(request.headers['x-amz-invocation-type']);
      seen.invocations.push({ name: invoked, type, payload: JSON.parse(text) });
      response.writeHead(202).end();
      return;
    }
    const id = path.slice(path.lastIndexOf('/') + 1);
    if (seen.gone.has(id)) {
      response.writeHead(410, { 'x-amzn-errortype': 'GoneException' }).end('{}');
    } else if (seen.refusing.has(id)) {
      response.writeHead(403, { 'x-amzn-errortype': 'ForbiddenException' }).end('{}');
    } else if (request.method === 'DELETE') {
      seen.closed.push(id);
      response.writeHead(204).end();
    } else {
      seen.posts.set(id, [...(seen.posts.get(id) ?? []), text]);
      response.writeHead(200).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    [ENV.socketEndpoint]: url,
    [ENV.pusherFunction]: 'pusher',
    AWS_ENDPOINT_URL_LAMBDA: url,
  });
  return {
    ...seen,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
