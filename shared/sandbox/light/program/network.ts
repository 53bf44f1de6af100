import type { SecureFetch } from 'just-bash';
import type { Exchange, WebRequest } from '../messages.ts';

/**
 * There is no way out of the sandbox. A request that was answered before is answered again; the first that was not ends the run,
 * whoever holds the dispatcher sends it, and the command is run again with its answer.
 */
export const fetchFrom = (exchanges: readonly Exchange[], ask: (request: WebRequest) => void): SecureFetch => {
  const open = [...exchanges];
  return async (url, { method = 'GET', headers, body } = {}) => {
    const request = { url, method: method.toUpperCase(), headers: plain(headers), ...(body !== undefined && { body }) };
    const at = open.findIndex((one) => isSame(one.request, request));
    const [known] = at < 0 ? [] : open.splice(at, 1);
    if (!known) {
      ask(request);
      return new Promise<never>(() => undefined);
    }
    if ('refused' in known.answer) throw new Error(known.answer.refused);
    return known.answer;
  };
};

const plain = (headers: Headers | Record<string, string> | undefined): Record<string, string> =>
  headers instanceof Headers ? Object.fromEntries(headers) : { ...headers };

const isSame = (one: WebRequest, other: WebRequest): boolean =>
  one.url === other.url &&
  one.method === other.method &&
  one.body === other.body &&
  JSON.stringify(Object.entries(one.headers).sort()) === JSON.stringify(Object.entries(other.headers).sort());
