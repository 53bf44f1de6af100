import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import { type EgressDial, EgressError } from '../../egress/index.ts';

/** Connections of one command at a time. */
const MOST_CONNECTIONS = 32;

/**
 * The outer end of the way to granted hosts. A host is granted by its name, on the port of https, and reached through the dispatcher
 * that reaches nothing but public addresses.
 */
export async function serveWay(pipe: Duplex, hosts: readonly string[], dial: EgressDial): Promise<void> {
  // Loaded for the first command that was granted a host: most functions never run one.
  const { createServer } = await import('node:http2');
  const server = createServer({ settings: { maxConcurrentStreams: MOST_CONNECTIONS } });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    open(stream, headers as IncomingHttpHeaders, { hosts, dial }).catch((error: unknown) => {
      // What dials says why not; anything else is the stream's own end.
      if (stream.headersSent || stream.destroyed) stream.destroy();
      else stream.respond({ ':status': error instanceof EgressError ? 502 : 500 }, { endStream: true });
    });
  });
  // Malformed bytes end the way and nothing else.
  server.on('sessionError', () => undefined);
  server.emit('connection', pipe);
}

type Granted = { hosts: readonly string[]; dial: EgressDial };

async function open(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, { hosts, dial }: Granted): Promise<void> {
  const [, host = ''] = /^([a-z0-9.-]+):443$/i.exec(String(headers[':authority'])) ?? [];
  if (headers[':method'] !== 'CONNECT' || !hosts.includes(host.toLowerCase())) {
    stream.respond({ ':status': 403 }, { endStream: true });
    return;
  }
  const socket = await dial(host.toLowerCase(), 443);
  if (stream.destroyed) {
    socket.destroy();
    return;
  }
  stream.respond({ ':status': 200 });
  socket.on('error', () => stream.destroy());
  stream.on('close', () => socket.destroy());
  stream.pipe(socket).pipe(stream);
}
