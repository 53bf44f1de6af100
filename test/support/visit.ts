import { type IncomingHttpHeaders, request } from 'node:http';

export type Visited = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string };

type Visit = { method?: string; headers?: Record<string, string>; body?: string | Buffer; path?: string };

/**
 * What a browser gets that visits an address below `localhost`, which not every system resolves. `path` is sent as it is: URLs
 * would have resolved their dots.
 */
export const visit = (address: string, { method = 'GET', headers = {}, body, path }: Visit = {}): Promise<Visited> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname, search } = new URL(address);
    const sent = request(
      { host: '127.0.0.1', port, method, path: path ?? pathname + search, headers: { host, ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString() });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** The server-sent events of an address, as they come, until `enough` says so. */
export const listenTo = (address: string, enough: (text: string) => boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname, search } = new URL(address);
    const sent = request(
      { host: '127.0.0.1', port, path: pathname + search, headers: { host }, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
          if (!enough(text)) return;
          sent.destroy();
          resolve(text);
        });
        answer.on('end', () => resolve(text));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
