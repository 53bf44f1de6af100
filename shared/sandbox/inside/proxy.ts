import { createServer } from 'node:http';
import { connect } from 'node:http2';
import { type AddressInfo, Socket } from 'node:net';

/**
 * The way to granted hosts, as programs know it: a proxy for https. It hands each connection on through a pipe, to whoever holds the
 * grants outside; here nothing is decided.
 *
 * @returns its address
 */
export async function startProxy(pipe: number): Promise<string> {
  const session = connect('http://way', { createConnection: () => new Socket({ fd: pipe }) });
  session.on('error', () => undefined);
  const proxy = createServer((_request, response) => {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only https addresses can be reached.\n');
  });
  proxy.on('connect', (request, socket, head) => {
    const stream = session.request({ ':method': 'CONNECT', ':authority': request.url ?? '' });
    const close = (): void => {
      stream.destroy();
      socket.destroy();
    };
    stream.on('response', ({ ':status': status }) => {
      if (status !== 200) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      stream.write(head);
      stream.pipe(socket).pipe(stream);
    });
    stream.on('error', close);
    socket.on('error', close);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}
