import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Whether a request is a WebSocket handshake (RFC 6455, section 4.2.1), so that `$connect` is not called for others. */
export function isHandshake(request: IncomingMessage): boolean {
  const { upgrade = '', 'sec-websocket-key': key = '', 'sec-websocket-version': version } = request.headers;
  return (
    request.method === 'GET' &&
    upgrade.toLowerCase() === 'websocket' &&
    /^[+/0-9A-Za-z]{22}==$/.test(key) &&
    version === '13'
  );
}

/** Answers an upgrade request with a plain HTTP response and closes. */
export function refuse(socket: Duplex, statusCode: number, body: Record<string, unknown>): void {
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? 'Unknown'}`,
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
    // A client that never closes its side must not hold the port.
    () => socket.destroy(),
  );
}
