import type { CallToolResult, Client, Progress, Tool } from '@modelcontextprotocol/client';
import * as z from 'zod';
import { MINUTE, SECOND } from '../../core/clock.ts';
import { log } from '../../observability/log.ts';
import { type Definition, definitionOf, type UnsupportedTool } from './definition.ts';
import { loadedLibrary } from './library.ts';
import { ALL_TOOLS } from './odd-tools.ts';
import { type Open, openSession, SETUP_TIMEOUT } from './session.ts';
import type { TransportOptions } from './transport.ts';
import { KEY_NAME, WrittenArguments } from './written-arguments.ts';

/** A call without progress for this long is abandoned. */
export const CALL_TIMEOUT = MINUTE;
/** Any call is abandoned after this time, which leaves a worker of five minutes some for the rest. */
export const MAX_CALL_DURATION = 4 * MINUTE;
const CLOSE_TIMEOUT = 2 * SECOND;
/** A server that lists without end is cut short. */
const MAX_PAGES = 20;
const MAX_TOOLS = 200;

const listSchema = z.looseObject({ [ALL_TOOLS]: z.array(z.unknown()), nextCursor: z.string().nullish() });

export type McpCall = {
  name: string;
  /** As the server wrote it: some of the arguments may go into headers as well. */
  inputSchema: unknown;
  args: unknown;
  /** The same as JSON text, which is what is sent. */
  written?: string | undefined;
  idempotencyKey: string;
  signal: AbortSignal;
  onProgress?: (text: string) => void;
};

/** The session could not be opened: nothing was asked of the server yet. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/**
 * One session with an MCP server, opened at first use. The official client speaks the protocol; we declare no abilities,
 * so a server has nothing to ask of us.
 */
export class McpConnection {
  readonly #options: Omit<TransportOptions, 'onBroken'>;
  readonly #written = new WrittenArguments();
  #open: Promise<Open> | undefined;

  constructor(options: Omit<TransportOptions, 'onBroken'>) {
    this.#options = { ...options, fetch: this.#written.through(options.fetch) };
  }

  /** All tools of the server, and which of them cannot be offered. */
  async list(signal?: AbortSignal): Promise<{ definitions: Definition[]; unsupported: UnsupportedTool[] }> {
    const definitions: Definition[] = [];
    const unsupported: UnsupportedTool[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const params = cursor === undefined ? {} : { cursor };
      const answer = await this.#withSession((client) =>
        client.request({ method: 'tools/list', params }, listSchema, { signal, timeout: SETUP_TIMEOUT }),
      );
      for (const entry of answer[ALL_TOOLS]) {
        const judged = definitionOf(entry, definitions.length + unsupported.length);
        if ('reason' in judged) unsupported.push(judged);
        else definitions.push(judged);
      }
      cursor = answer.nextCursor ?? undefined;
      if (cursor === undefined || definitions.length >= MAX_TOOLS) break;
    }
    const over = definitions.splice(MAX_TOOLS).map(({ name }) => ({ name, reason: 'the server has too many tools' }));
    return { definitions, unsupported: [...unsupported, ...over] };
  }

  /** Calls a tool. The step's idempotency key is sent too, so that a server that supports it recognises a repeat. */
  call({ name, inputSchema, args, written, idempotencyKey, signal, onProgress }: McpCall): Promise<CallToolResult> {
    const params = {
      name,
      arguments: args as Record<string, unknown>,
      _meta: { [KEY_NAME]: idempotencyKey },
    };
    const onprogress = ({ progress, total, message }: Progress) =>
      onProgress?.(message ?? (total === undefined ? String(progress) : `${progress} of ${total}`));
    const options = {
      signal,
      timeout: CALL_TIMEOUT,
      maxTotalTimeout: MAX_CALL_DURATION,
      resetTimeoutOnProgress: true,
      onprogress,
      toolDefinition: { name, inputSchema } as Tool,
    };
    return this.#written.during({ key: idempotencyKey, text: written }, () =>
      this.#withSession((client) => client.callTool(params, options)),
    );
  }

  /** Ends the session; a server that does not answer in time keeps it until it expires. */
  async close(): Promise<void> {
    const opening = this.#open;
    this.#open = undefined;
    const open = await opening?.catch(() => undefined);
    if (!open) return;
    const forcedClose = setTimeout(() => void open.client.close(), CLOSE_TIMEOUT);
    try {
      await open.transport.terminateSession();
    } catch (error) {
      log.info('mcp session left to expire', { reason: error instanceof Error ? error.name : 'unknown' });
    } finally {
      clearTimeout(forcedClose);
      await open.client.close();
    }
  }

  /** A session that the server no longer knows did no work: it is reopened once and the call repeated. */
  async #withSession<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const first = await this.#session();
    try {
      return await Promise.race([work(first.client), first.broken]);
    } catch (error) {
      if (first.transport.sessionId === undefined || !isForgotten(error)) throw error;
      // Another call may have seen it too and opened the next one already.
      if ((await this.#open) === first) this.#open = undefined;
    }
    const second = await this.#session();
    return Promise.race([work(second.client), second.broken]);
  }

  #session(): Promise<Open> {
    const opening = this.#open ?? this.#connect();
    this.#open = opening;
    return opening;
  }

  async #connect(): Promise<Open> {
    try {
      return await openSession(this.#options);
    } catch (cause) {
      this.#open = undefined;
      throw new NotConnected('No session with the server could be opened.', { cause });
    }
  }
}

/** 404 says so by the specification; some servers say 400 and name the session. */
const isForgotten = (error: unknown): boolean => {
  const { SdkHttpError } = loadedLibrary() ?? {};
  if (!SdkHttpError || !(error instanceof SdkHttpError)) return false;
  return error.status === 404 || (error.status === 400 && /session/i.test(error.message));
};
