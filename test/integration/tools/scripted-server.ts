import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Rpc = { id?: number; method: string; params?: Record<string, unknown> };
export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  result?: unknown;
  error?: unknown;
  text?: string;
};
export type Script = (message: Rpc, headers: IncomingHttpHeaders) => Reply | undefined;

export type ScriptedServer = {
  url: string;
  port: number;
  /** Every message, with its headers, in order. */
  heard: Array<Rpc & { headers: IncomingHttpHeaders; http: string; text: string }>;
  calls(method: string): number;
  stop(): Promise<void>;
};

const initialized = (sessions: number): Reply => ({
  headers: { 'mcp-session-id': `session-${sessions}` },
  result: {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'scripted', version: '1' },
  },
});

/** What a server of 2025-11-25 says to the question of a later version. */
const UNKNOWN: Reply = { error: { code: -32601, message: 'Method not found' } };

/** An MCP server that answers as the test says, and correctly where it says nothing. */
export const startScriptedServer = async (script: Script): Promise<ScriptedServer> => {
  const heard: ScriptedServer['heard'] = [];
  let sessions = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const message: Rpc = body === '' ? { method: `http ${request.method}` } : JSON.parse(body);
    heard.push({ ...message, headers: request.headers, http: request.method ?? '', text: body });
    const scripted = script(message, request.headers) ?? (message.method === 'server/discover' ? UNKNOWN : undefined);
    if (message.method === 'initialize') sessions += 1;
    const reply = scripted ?? (message.method === 'initialize' ? initialized(sessions) : {});
    const silent = message.id === undefined && reply.status === undefined;
    const headers = { 'content-type': 'application/json', ...reply.headers };
    response.writeHead(reply.status ?? (silent ? 202 : 200), headers);
    const { result, error, text } = reply;
    if (silent) response.end();
    else response.end(text ?? JSON.stringify({ jsonrpc: '2.0', id: message.id, ...(error ? { error } : { result }) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    port,
    heard,
    calls: (method) => heard.filter((one) => one.method === method).length,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export const toolsAnswer = (names: string[], more: Record<string, unknown> = {}) => ({
  tools: names.map((name) => ({ name, description: `Does ${name}.`, inputSchema: { type: 'object' }, ...more })),
});
