import { Agent, request as ask, createServer } from 'node:http';
import { announce, bodyOf } from './served.ts';

/** The least a gateway can do: bytes in, the same bytes out. `argv[2]`: the upstream's address. */
const upstream = new URL(process.argv[2] ?? '');
const agent = new Agent({ keepAlive: true });

const server = createServer(async (request, response) => {
  const { url: path, method, headers } = request;
  const body = await bodyOf(request);
  const asked = ask({ agent, host: upstream.hostname, port: upstream.port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.once('error', (error) => response.destroy(error));
  asked.end(body);
});

announce(server);
