import type { ChatRequest } from '../../../infra/local/stand-ins/offline-model/chat-request.ts';
import { complete } from '../../../infra/local/stand-ins/offline-model/completion.ts';
import { eventsOf, type ScriptedAnswer, type ScriptedToolCall } from '../../support/scripted-reply.ts';
import type { HttpAnswer, HttpRequest } from '../container/http.ts';
import type { Chance } from '../world/chance.ts';
import type { Faults } from '../world/faults.ts';
import { MCP_HOSTS, McpServer, TOKEN } from './mcp.ts';

type Stream = { pieces: string[]; end: 'whole' | 'broken' | 'silent' };

/** A piece that never comes: the stream hangs until its reader gives up. */
export const SILENCE = Symbol('silence');

/** Hosts outside: the provider of models, and the server that tools call. */
export class Servers {
  /** How often each effect that may not be repeated was carried out, by its idempotency key. */
  readonly effects = new Map<string, number>();
  /** Which secrets each person's server of tools was shown. */
  readonly tokens = new Map<string, Set<string>>();
  readonly #mcp: McpServer;
  readonly #streams = new Map<number, Stream>();
  readonly #chance: Chance;
  readonly #faults: Faults;
  #answers = 0;
  /** Of this life's model: which tool it likes best, and how often it uses any. */
  readonly #favourite: string;
  readonly #eagerness: number;

  constructor({ chance, faults }: { chance: Chance; faults: Faults }) {
    this.#chance = chance;
    this.#mcp = new McpServer(chance);
    this.#favourite = chance.one([
      'http_fetch',
      'http_fetch',
      'deposit',
      'ask_agent',
      'ask_agent',
      'ask_person',
      'memory_save',
    ]);
    this.#eagerness = chance.one([0.4, 0.8, 0.95]);
    this.#faults = faults;
  }

  request(request: HttpRequest): HttpAnswer {
    const { host, pathname } = new URL(request.url);
    if (MCP_HOSTS.test(host)) return this.#mcpTool(request, host);
    if (host !== 'models.example') return this.#tool(request);
    if (pathname.endsWith('/embeddings')) return this.#answer(200, embeddingsFor(request.body));
    const fault = this.#faults.ofModel();
    if (fault === 'error') return this.#answer(this.#chance.one([500, 429, 503]), '{"error":{"message":"no"}}');
    const body = JSON.parse(request.body) as ChatRequest & { model: string };
    const pieces = eventsOf(this.#said(body), body.model, true).map(String);
    if (fault === 'cut') return this.#stream({ pieces: pieces.slice(0, this.#chance.integer(1, 3)), end: 'broken' });
    if (fault === 'hang') return this.#stream({ pieces: pieces.slice(0, 1), end: 'silent' });
    return this.#stream({ pieces: inChunks(pieces, this.#chance), end: 'whole' });
  }

  /** The next piece of a body; `null` at its end. */
  more({ id }: { id: number }): string | null | typeof SILENCE {
    const stream = this.#streams.get(id);
    const piece = stream?.pieces.shift();
    if (piece !== undefined) return piece;
    if (stream?.end === 'silent') return SILENCE;
    if (stream?.end === 'broken') throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    return null;
  }

  #tool({ method, headers, url }: HttpRequest): HttpAnswer {
    const fault = this.#faults.ofTool();
    if (fault === 'refused') throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    // GET and PUT may be repeated by what they mean (RFC 9110, 9.2.2).
    if (method === 'POST' && fault !== 'error') {
      const key = `${headers['idempotency-key']} ${url}`;
      this.effects.set(key, (this.effects.get(key) ?? 0) + 1);
    }
    if (fault === 'error') return this.#answer(500, 'no');
    if (fault === 'cut') return this.#stream({ pieces: ['he'], end: 'broken' }, 'text/plain');
    return this.#answer(200, 'done', 'text/plain');
  }

  /** The session and the list may fail as a call may; a call's effect comes before what breaks off its answer. */
  #mcpTool({ method, headers, body }: HttpRequest, host: string): HttpAnswer {
    const token = headers[TOKEN];
    if (token !== undefined) this.tokens.set(host, (this.tokens.get(host) ?? new Set()).add(token));
    if (method !== 'POST') return this.#answer(200, '');
    // Four requests lead to a call: if each failed as often, few would come so far.
    const isCall = McpServer.called(body) !== undefined;
    const fault = isCall || this.#chance.happens(0.2) ? this.#faults.ofTool() : undefined;
    if (fault === 'refused') throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    if (fault === 'error') return this.#answer(500, 'no');
    if (this.#mcp.refuses(headers['mcp-session-id'])) return this.#answer(404, 'no such session');
    const called = McpServer.called(body);
    if (called?.name === 'deposit') {
      const key = `${called.key} deposit at ${host}`;
      this.effects.set(key, (this.effects.get(key) ?? 0) + 1);
    }
    const { status, body: text, type, session } = this.#mcp.answer(body);
    if (fault === 'cut') return this.#stream({ pieces: [text.slice(0, 3)], end: 'broken' }, type);
    const answer = this.#answer(status, text, type);
    return session === undefined ? answer : { ...answer, headers: { ...answer.headers, 'mcp-session-id': session } };
  }

  /** What an agent's model says: an answer, or calls of the tools it was offered; plans are the offline model's. */
  #said(body: ChatRequest & { model: string }): ScriptedAnswer {
    const { response_format: format, messages } = body;
    const tools = body.tools ?? [];
    if (format && format.type !== 'text') {
      const { text, calls } = complete(body);
      return { text: text ?? '', ...(calls.length > 0 && { tool_calls: [] }) };
    }
    const steps = messages.filter(({ role }) => role === 'tool').length;
    const names = tools.flatMap((tool) => ('function' in tool ? [tool.function.name] : []));
    if (names.length === 0 || steps >= 3 || !this.#chance.happens(this.#eagerness))
      return { text: 'It is done, as you asked.' };
    const count = this.#chance.happens(0.2) ? 2 : 1;
    return { tool_calls: Array.from({ length: count }, (_, at) => this.#toolCall(names, at)) };
  }

  #toolCall(names: string[], at: number): ScriptedToolCall {
    const favourite = names.find((name) => name.endsWith(this.#favourite));
    const name = favourite && this.#chance.happens(0.6) ? favourite : this.#chance.one(names);
    const id = `call_${this.#chance.integer(1, 1_000_000)}_${at}`;
    return { id, name, arguments: argumentsFor(name, this.#chance) };
  }

  #answer(status: number, body: string, type = 'application/json'): HttpAnswer {
    return { ...this.#stream({ pieces: [body], end: 'whole' }, type), status };
  }

  #stream(stream: Stream, type = 'text/event-stream'): HttpAnswer {
    this.#answers += 1;
    this.#streams.set(this.#answers, stream);
    return { id: this.#answers, status: 200, headers: { 'content-type': type } };
  }
}

const argumentsFor = (name: string, chance: Chance): Record<string, unknown> => {
  if (name === 'calculate') return { expression: chance.happens(0.9) ? '6 * 7' : 'six' };
  if (name === 'ask_agent')
    return { agent: chance.one(['writer', 'critic', 'helper', 'nobody']), message: 'How is it?' };
  if (name === 'ask_person') return { question: 'Which one?' };
  if (name === 'memory_save') return { text: `fact ${chance.integer(1, 9)}` };
  if (name === 'memory_search') return { query: 'fact' };
  if (name === 'http_fetch') {
    const method = chance.one(['GET', 'POST', 'POST', 'PUT']);
    const url = `https://tools.example.com/do/${chance.integer(1, 3)}`;
    return { url, method, ...(method !== 'GET' && { body: 'now' }) };
  }
  return /__(lookup|deposit)$/.test(name) ? { ref: `no. ${chance.integer(1, 3)}` } : {};
};

/** Half of all answers come in one piece. The others end, and are cut off, in between. */
const inChunks = (pieces: string[], chance: Chance): string[] => {
  if (chance.happens(0.5)) return [pieces.join('')];
  const middle = Math.ceil(pieces.length / 2);
  return [pieces.slice(0, middle).join(''), pieces.slice(middle).join('')];
};

const embeddingsFor = (body: string): string => {
  const { input, model } = JSON.parse(body) as { input: string | string[]; model: string };
  const texts = [input].flat();
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
  return JSON.stringify({
    object: 'list',
    model,
    data,
    usage: { prompt_tokens: texts.length, total_tokens: texts.length },
  });
};

/** Eight numbers are enough to tell a few texts apart. */
const vectorOf = (text: string): number[] => {
  const vector = Array.from({ length: 8 }, () => 0.1);
  for (let at = 0; at < text.length; at += 1)
    vector[at % 8] = (vector[at % 8] as number) + (text.charCodeAt(at) % 13) / 13;
  return vector;
};
