import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** The reference server of the protocol's makers, as anybody would run it. */
export const startEverything = async (): Promise<{ url: string; port: number; stop(): Promise<void> }> => {
  const home = dirname(createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/package.json'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(home, 'dist/index.js'), 'streamableHttp'], {
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stderr) {
    said += String(chunk);
    if (said.includes('listening on port')) break;
  }
  if (!said.includes('listening on port')) throw new Error(`The server did not start: ${said}`);
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    port,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
