import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { ServiceAddress } from '../../../shared/sandbox/index.ts';
import { UNREACHED_HEADER } from '../../../shared/sandbox/index.ts';

/** `path` as it is sent, with its query. */
export type Sent = { method: string; path: string; headers: Record<string, string>; body: Buffer };

/** `refused`: nothing listens there, so nobody has seen the request. `broken`: it may have been seen. */
export type Exchanged = { answer: IncomingMessage } | 'refused' | 'broken' | 'late';

/** Of an answer that a browser can be given. A program may write any three digits. */
const isStatus = (status = 0): boolean => status >= 200 && status <= 599;

/**
 * One request to a program, on a connection of its own: so it never meets one that was just closed. Resolves with the head of the
 * answer; its body follows, until the program, or `signal`, ends it.
 */
export const exchange = (
  { url, headers }: ServiceAddress,
  sent: Sent,
  { withinMs, signal }: { withinMs: number; signal: AbortSignal },
): Promise<Exchanged> =>
  new Promise((resolve) => {
    const { protocol, hostname, port } = new URL(url);
    const hasBody = sent.body.length > 0 || !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(sent.method);
    const outgoing = (protocol === 'https:' ? overHttps : overHttp)({
      ...{ hostname, port, method: sent.method, path: sent.path, agent: false, signal },
      headers: { ...sent.headers, ...headers, ...(hasBody && { 'content-length': String(sent.body.length) }) },
    });
    const timer = setTimeout(() => {
      resolve('late');
      outgoing.destroy();
    }, withinMs);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken');
    });
    outgoing.on('response', (answer) => {
      clearTimeout(timer);
      const unreached = answer.headers[UNREACHED_HEADER];
      if (unreached === undefined && isStatus(answer.statusCode)) return resolve({ answer });
      answer.resume();
      resolve(unreached === 'refused' ? 'refused' : 'broken');
    });
    outgoing.end(sent.body);
  });
