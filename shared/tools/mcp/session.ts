import type { Client, jsonSchemaValidator, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { LRUCache } from 'lru-cache';
import { HOUR, SECOND } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { EgressError } from '../../egress/index.ts';
import { library, loadedLibrary } from './library.ts';
import { keepOddTools } from './odd-tools.ts';
import { guardedTransport, type TransportOptions } from './transport.ts';

export const SETUP_TIMEOUT = 15 * SECOND;
/** An old server may not answer a question it does not know. */
const PROBE_TIMEOUT = 5 * SECOND;

export type Open = { client: Client; transport: StreamableHTTPClientTransport; broken: Promise<never> };

type SessionOptions = Omit<TransportOptions, 'onBroken'>;

/** Servers that know no version from 2026-07-28 on. They are not asked each time; one that is brought up to date is. */
const oldServers = new LRUCache<string, true>({ max: 500, ttl: HOUR });

/**
 * Asks the server which version it speaks: from 2026-07-28 on there are neither handshake nor session. A server that can
 * make nothing of the question, whatever it answers, is greeted the old way.
 */
export const openSession = async (options: SessionOptions): Promise<Open> => {
  const { url } = options;
  if (oldServers.has(url)) return connected(options, 'legacy');
  const open = await connected(options, 'auto').catch((error: unknown) => {
    if (!isPuzzled(error)) throw error;
    return connected(options, 'legacy');
  });
  if (open.client.getProtocolEra() === 'legacy') oldServers.set(url, true);
  return open;
};

const connected = async (options: SessionOptions, mode: 'auto' | 'legacy'): Promise<Open> => {
  const broken = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens; the next call gets the error.
  broken.promise.catch(() => undefined);
  const { Client, StreamableHTTPClientTransport } = await library();
  const transport = guardedTransport(StreamableHTTPClientTransport, { ...options, onBroken: broken.reject });
  const client = new Client(
    { name: 'artel', version: '1' },
    {
      jsonSchemaValidator: UNUSED,
      versionNegotiation: { mode, probe: { timeoutMs: PROBE_TIMEOUT } },
      inputRequired: { autoFulfill: false },
    },
  );
  await client.connect(transport, { timeout: SETUP_TIMEOUT });
  keepOddTools(transport);
  return { client, transport, broken: broken.promise };
};

/** Results are not checked against what a server says of them: the model reads them as they are. */
const UNUSED: jsonSchemaValidator = {
  getValidator: () => {
    throw new Defect('The result of a tool is not checked against a schema.');
  },
};

const isPuzzled = (error: unknown): boolean => {
  const { SdkError, SdkErrorCode } = loadedLibrary() ?? {};
  if (!SdkError || !SdkErrorCode || !(error instanceof SdkError)) return false;
  const { timeout } = (error.data ?? {}) as { timeout?: unknown };
  if (error.code === SdkErrorCode.RequestTimeout) return timeout === PROBE_TIMEOUT;
  return error.code === SdkErrorCode.EraNegotiationFailed && !(error.cause instanceof EgressError);
};
