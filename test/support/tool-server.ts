import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was done under which key: a tool with an effect counts each execution. */
export type Execution = { tool: string; key: string; ref: string };

/**
 * Somebody else's server with tools: `lookup` reads, `deposit` has an effect, both over the Model Context Protocol at
 * `/mcp`; `POST /orders` has an effect as well. None of them looks whether it knows the key already: counting how often
 * it was called is the point.
 */
export type ToolServer = { url: string; executions: Execution[]; stop(): Promise<void> };

const schema = { type: 'object', properties: { ref: { type: 'string' } }, required: ['ref'] };
const TOOLS = [
  { name: 'lookup', description: 'Looks something up', inputSchema: schema, annotations: { readOnlyHint: true } },
  { name: 'deposit', description: 'Pays money in', inputSchema: schema },
];

type Message = { id?: number; method: string; params?: Record<string, unknown> };

export const startToolServer = async (): Promise<ToolServer> => {
  const executions: Execution[] = [];

  const called = ({ name, arguments: args, _meta }: Record<string, unknown>): object => {
    const { ref } = args as { ref: string };
    const key = String((_meta as Record<string, unknown>)['artel/idempotencyKey']);
    executions.push({ tool: String(name), key, ref });
    return { content: [{ type: 'text', text: said(String(name), ref) }] };
  };
  const answered = ({ method, params = {} }: Message): object | undefined => {
    if (method === 'initialize') {
      const { protocolVersion } = params;
      return { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'ledger', version: '1' } };
    }
    if (method === 'tools/list') return { tools: TOOLS };
    if (method === 'tools/call') return called(params);
    return undefined;
  };

  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      if (request.method === 'POST' && request.url === '/orders') {
        executions.push({ tool: 'order', key: String(request.headers['idempotency-key']), ref: text });
        response.writeHead(200, { 'content-type': 'text/plain' }).end(said('order', text));
        return;
      }
      if (request.method !== 'POST') {
        response.writeHead(405).end();
        return;
      }
      const message = JSON.parse(text) as Message;
      const result = answered(message);
      if (!result) response.writeHead(202).end();
      else {
        const reply = JSON.stringify({ jsonrpc: '2.0', id: message.id, result });
        response.writeHead(200, { 'content-type': 'application/json' }).end(reply);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    executions,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** What a tool answers when it did its work. */
export const said = (tool: string, ref: string): string => `${tool} of ${ref} is done`;

const readText = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
};
