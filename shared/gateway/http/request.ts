import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { ModelError } from '../call/model-error.ts';

/** A request to a provider. The headers contain the key, so it must never be logged. */
export type ProviderRequest = { url: URL; headers: Record<string, string>; body: string };

/** Connections are kept: opening one to a provider takes longer than anything that is done here. */
const plain = { request: overHttp, agent: new HttpAgent({ keepAlive: true }) };
const secure = { request: overHttps, agent: new HttpsAgent({ keepAlive: true }) };

/**
 * Posts a request and waits for the head of the response; the body is read by `guardedBytes`. Redirects are not followed:
 * the key goes where the operator said, nowhere else. `fetch` does the same, but its own work takes longer than everything
 * else that is done for a call.
 */
export const post = (one: ProviderRequest, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { url, headers, body } = one;
    const { request, agent } = url.protocol === 'https:' ? secure : plain;
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const plainly = { 'accept-encoding': 'identity', ...length };
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...plainly }, signal }, resolve);
    sent.on('error', (error) => {
      // The provider had closed a kept connection just as it was taken up again: nobody has read the request.
      if (sent.reusedSocket && isReset(error)) resolve(post(one, signal));
      else reject(new ModelError('unavailable', { cause: error }));
    });
    sent.end(body);
  });

const isReset = (error: Error): boolean => 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
