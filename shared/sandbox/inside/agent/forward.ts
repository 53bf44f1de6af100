import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import type { Incoming, Outgoing } from './messages.ts';

/** Says which port of the machine a request is for. Without it, it is for the agent. */
export const PORT_HEADER = 'x-artel-port';
/**
 * Of a 502 that is not the service's. `refused`: nothing listens there, or not yet, so it has seen nothing of the request; `broken`:
 * it ended the connection.
 */
export const UNREACHED_HEADER = 'x-artel-unreached';
/** The credential that let the request in is none of the service's business. */
const NOT_FORWARDED = new Set([PORT_HEADER, UNREACHED_HEADER, 'x-aws-proxy-auth', 'x-aws-proxy-port']);
/** What is about one connection is not passed on to the next (RFC 9110, section 7.6.1); HTTP/2 refuses it. */
const OF_A_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'te', 'http2-settings'],
]);

const passedOn = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => {
  const named = String(headers.connection ?? '').split(',');
  const left = new Set([...OF_A_CONNECTION, ...NOT_FORWARDED, ...named.map((name) => name.trim().toLowerCase())]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && !left.has(name)));
};

/** False for an answer that cannot be passed on, such as one of the status 042: what it throws would end the machine. */
const begun = (response: Outgoing, { statusCode = 502, headers }: IncomingMessage): boolean => {
  try {
    response.writeHead(statusCode, passedOn(headers));
    return true;
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return false;
  }
};

/** Hands a request to the service. 502: nothing listens there (yet), or it broke off. */
export function forward(incoming: Incoming, response: Outgoing, port: number): void {
  const headers = passedOn(incoming.headers);
  // With an error, or what was sent until now would look whole.
  const broken = (error: Error): void => void response.destroy(error);
  const outgoing = request(
    { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
    (answer) => {
      answer.on('error', broken);
      if (!begun(response, answer)) {
        answer.destroy();
        response.writeHead(502, { [UNREACHED_HEADER]: 'broken' }).end();
        return;
      }
      answer.pipe(response);
    },
  );
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) broken(error);
    else response.writeHead(502, { [UNREACHED_HEADER]: error.code === 'ECONNREFUSED' ? 'refused' : 'broken' }).end();
  });
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
