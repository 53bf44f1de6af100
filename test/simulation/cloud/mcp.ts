import type { Chance } from '../world/chance.ts';

/** Each person has a server of their own with tools, at this path: `https://alice.example.com/mcp`. */
export const MCP_HOSTS = /^(alice|bob)\.example\.com$/;
/** What its server is shown with each request, where the agent was told a secret. */
export const TOKEN = 'x-token';

type Message = { id?: number; method: string; params?: Record<string, unknown> };
export type McpAnswer = { status: number; body: string; type: string; session?: string };

const schema = { type: 'object', properties: { ref: { type: 'string' } }, required: ['ref'] };
const TOOLS = [
  { name: 'lookup', description: 'Looks something up', inputSchema: schema, annotations: { readOnlyHint: true } },
  { name: 'deposit', description: 'Pays money in', inputSchema: schema },
];
const METHOD_NOT_FOUND = -32_601;

/** A server of the Model Context Protocol as it was before 2026-07-28, with sessions that it may forget. */
export class McpServer {
  readonly #chance: Chance;
  readonly #sessions = new Set<string>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** The name and the key of the tool that a request calls, if it does. */
  static called(body: string): { name: string; key: string } | undefined {
    const { method, params } = JSON.parse(body) as Message;
    if (method !== 'tools/call') return undefined;
    const { name, _meta } = params as { name: string; _meta: Record<string, unknown> };
    return { name, key: String(_meta['artel/idempotencyKey']) };
  }

  /** A session that it does not know, or forgets now: nothing is done for it. */
  refuses(session: string | undefined): boolean {
    if (session === undefined) return false;
    if (this.#chance.happens(0.05)) this.#sessions.delete(session);
    return !this.#sessions.has(session);
  }

  answer(body: string): McpAnswer {
    const { id, method, params } = JSON.parse(body) as Message;
    if (id === undefined) return { status: 202, body: '', type: 'application/json' };
    if (method === 'initialize') {
      const session = `session-${this.#sessions.size + 1}-${this.#chance.integer(1, 1_000_000)}`;
      this.#sessions.add(session);
      const { protocolVersion } = params as { protocolVersion: string };
      const serverInfo = { name: 'ledger', version: '1' };
      return { ...this.#result(id, { protocolVersion, capabilities: { tools: {} }, serverInfo }), session };
    }
    if (method === 'tools/list') return this.#result(id, { tools: TOOLS });
    if (method === 'tools/call') return this.#result(id, { content: [{ type: 'text', text: 'It is done.' }] });
    return this.#sent({ jsonrpc: '2.0', id, error: { code: METHOD_NOT_FOUND, message: method } });
  }

  #result(id: number, result: object): McpAnswer {
    return this.#sent({ jsonrpc: '2.0', id, result });
  }

  /** As one object, or as the one event of a stream. */
  #sent(message: object): McpAnswer {
    const text = JSON.stringify(message);
    if (this.#chance.happens(0.5)) return { status: 200, body: text, type: 'application/json' };
    return { status: 200, body: `event: message\ndata: ${text}\n\n`, type: 'text/event-stream' };
  }
}
