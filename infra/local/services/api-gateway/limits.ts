const SECOND = 1000;
const MINUTE = 60 * SECOND;
const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/**
 * What API Gateway allows. Sources: the developer guide's quotas for REST and WebSocket APIs, its page on response
 * streaming (regional endpoints), and Lambda's quota for synchronous payloads.
 */
export const LIMITS = {
  /** From the beginning of a request until it is there whole. Our own: the quotas name none, and Node waits five minutes. */
  requestMs: 30 * SECOND,
  /** Body of a REST request, and of a buffered reply. */
  payloadBytes: 10 * MEGABYTE,
  /** The event as JSON, and what a function returns: Lambda's limit, reached before the gateway's own. */
  lambdaPayloadBytes: 6 * MEGABYTE,
  /** Longest wait for a buffered integration, and the default for a streamed one. */
  integrationMs: 29 * SECOND,
  /** Longest a streamed integration may be set to run. */
  streamMs: 15 * MINUTE,
  /** A stream that sends nothing for this long is cut. */
  streamIdleMs: 5 * MINUTE,
  /** One WebSocket frame from a client. */
  frameBytes: 32 * KILOBYTE,
  /** One WebSocket message, in either direction. */
  messageBytes: 128 * KILOBYTE,
  /** A socket that carries no message for this long is closed. */
  socketIdleMs: 10 * MINUTE,
  /** A socket is closed after this long, whatever it carries. */
  socketLifetimeMs: 120 * MINUTE,
  /** Unsent bytes to one client past which a post is refused. AWS names the full buffer but not its size. */
  clientBufferBytes: 8 * MEGABYTE,
} as const;

export type Limits = { [name in keyof typeof LIMITS]: number };
