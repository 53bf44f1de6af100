import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Readable, Writable } from 'node:stream';

/** What requests and answers of HTTP/1.1 and HTTP/2 have in common. */
export type Incoming = Readable & {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
};
export type Outgoing = Writable & {
  headersSent: boolean;
  writeHead(status: number, headers?: OutgoingHttpHeaders): Writable;
};
