import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { ModelError } from '../call/model-error.ts';

/** Connections are kept: the way to a provider is longer than anything that is done here. */
const plain = { request: overHttp, agent: new HttpAgent({ keepAlive: true }) };
const secure = { request: overHttps, agent: new HttpsAgent({ keepAlive: true }) };

export type Post = { url: URL; headers: Record<string, string>; body: string; signal: AbortSignal };

/**
 * Sends a request and waits for the head of its answer; the body is to be read by `guardedBytes`. No redirect is followed:
 * the key goes where the operator said, nowhere else. `fetch` does the same, and takes longer for it than everything else
 * that is done for a call.
 */
export const post = ({ url, headers, body, signal }: Post): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { request, agent } = url.protocol === 'https:' ? secure : plain;
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(url, { method: 'POST', agent, headers: { ...headers, ...length }, signal }, resolve);
    asked.on('error', (error) => {
      // The provider had closed a kept connection just as it was taken up again: nobody has read the request.
      if (asked.reusedSocket && isReset(error)) resolve(post({ url, headers, body, signal }));
      else reject(new ModelError('unavailable', { cause: error }));
    });
    asked.end(body);
  });

const isReset = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
