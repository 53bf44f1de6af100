import { type OutgoingHttpHeaders, request } from 'node:http';
import type { Incoming, Outgoing } from './messages.ts';

/** Says which port of the machine a request is for. Without it, it is for the agent. */
export const PORT_HEADER = 'x-artel-port';
/** The credential that let the request in is none of the service's business. */
const NOT_FORWARDED = new Set([PORT_HEADER, 'x-aws-proxy-auth', 'x-aws-proxy-port']);
/** What is about one connection is not passed on to the next (RFC 9110, section 7.6.1); HTTP/2 refuses it. */
const OF_A_CONNECTION = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'te']);

const passedOn = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith(':') && !OF_A_CONNECTION.has(name) && !NOT_FORWARDED.has(name),
    ),
  );

/** Hands a request to the service. 502: nothing listens there (yet). */
export function forward(incoming: Incoming, response: Outgoing, port: number): void {
  const headers = passedOn(incoming.headers);
  const outgoing = request(
    { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
      answer.pipe(response);
    },
  );
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
