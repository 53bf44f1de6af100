import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

export type Answer = { status: number; body: Buffer };
type Sent = { method: string; url: string; headers: Readonly<Record<string, string>>; body?: Uint8Array[] };

/**
 * One exchange with the agent of a machine. Not `fetch`, which gives up on an answer after five minutes: a command may take longer.
 *
 * @param mostBytes of the answer; more ends the exchange with an error, as an abort does
 */
export const exchange = (
  { method, url, headers, body = [] }: Sent,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? overHttps : overHttp;
    const length = body.reduce((sum, part) => sum + part.length, 0);
    const outgoing = send(url, { method, headers: { ...headers, 'content-length': String(length) }, signal });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      incoming.on('error', reject);
      incoming.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) outgoing.destroy(new RangeError('The agent of a machine answered with too much.'));
        else parts.push(part);
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(parts) }));
    });
    for (const part of body) outgoing.write(part);
    outgoing.end();
  });
