import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Contender, memoryOf } from './contender.ts';

const FILE = join(import.meta.dirname, '../node_modules/@portkey-ai/gateway/build/start-server.js');

/** Portkey's gateway to the same upstream, where somebody installed it: `npm ci --prefix test/bench --ignore-scripts`. */
export const portkey = async (upstream: string): Promise<Contender | undefined> => {
  if (!existsSync(FILE)) return undefined;
  const port = await freePort();
  const child = spawn(process.execPath, [FILE, '--headless', `--port=${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // It has no channel to us by which it would learn that a benchmark broke off.
  process.once('exit', () => child.kill());
  await Promise.race([
    new Promise<void>((ready) => child.stdout.on('data', (text) => String(text).includes('Ready') && ready())),
    ended.then(() => Promise.reject(new Error('Portkey does not start.'))),
  ]);
  return {
    name: 'Portkey 1.15.2',
    url: `http://127.0.0.1:${port}/v1`,
    headers: { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': upstream },
    memory: () => memoryOf(child.pid),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
};

/** It takes no port 0. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
