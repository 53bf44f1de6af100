import type { IncomingMessage } from 'node:http';
import type { ModelError } from '../call/model-error.ts';
import type { StreamTimeouts } from '../settings/upstreams.ts';
import { readBeginning } from './read-text.ts';
import { type ProviderRequest, post } from './request.ts';
import { type Attempt, withRetries } from './retries.ts';

/** A response that is not a success: its body as text, at least its beginning. */
export type ErrorResponse = { status: number; headers: Headers; text: string };

/** What a provider's error response means, in its own API's words. */
export type ErrorReader = (response: ErrorResponse) => ModelError;

type Options = { timeouts: StreamTimeouts; retries: number; signal: AbortSignal; errorOf: ErrorReader };

/**
 * Sends a request until it is answered with a success, or another attempt is of no use. The body of the response has not
 * been read. Throws `ModelError`, or the signal's reason.
 */
export const send = (
  request: ProviderRequest,
  { timeouts, retries, signal, errorOf }: Options,
): Promise<IncomingMessage> =>
  withRetries(retries, signal, async (): Promise<Attempt<IncomingMessage>> => {
    const message = await post(request, signal);
    const { statusCode = 502 } = message;
    if (statusCode >= 200 && statusCode < 300) return { answer: message };
    const headers = headersOf(message);
    // A redirect leads away from the address the operator gave, so to us this server is not a provider.
    const status = statusCode < 400 ? 502 : statusCode;
    const failure = errorOf({ status, headers, text: await readBeginning(message, timeouts) });
    return { failure, isFinal: headers.get('x-should-retry') === 'false' };
  });

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** The body of an error response as an object; `undefined` for a proxy's page, or nothing: then the status says enough. */
export const errorBodyOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    // A SyntaxError: not JSON.
    return undefined;
  }
};
