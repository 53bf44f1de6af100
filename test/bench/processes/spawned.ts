import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endTree } from './tree.ts';

export type Spawned = {
  id: number;
  /** What its output matched. */
  said: RegExpExecArray;
  stop(): Promise<void>;
};

/** A program of its own that is ready once its output matches. It ends with the benchmark, however that ends. */
export const spawned = async (
  name: string,
  { argv, ready, ...options }: { argv: string[]; ready: RegExp } & Pick<SpawnOptions, 'cwd' | 'env'>,
): Promise<Spawned> => {
  const child = spawn(process.execPath, argv, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const id = child.pid;
  if (id === undefined) throw new Error(`${name} does not start.`);
  const ended = once(child, 'exit');
  const end = (): void => endTree(id);
  process.once('exit', end);
  let output = '';
  const said = await Promise.race([
    new Promise<RegExpExecArray>((found) =>
      child.stdout.on('data', (text: Buffer) => {
        // Once it is ready its log is read, so that it never waits for us, and thrown away.
        output = ready.test(output) ? output : output + text.toString();
        const match = ready.exec(output);
        if (match) found(match);
      }),
    ),
    ended.then(([code]) => Promise.reject(new Error(`${name} does not start, it ended with ${code}:\n${output}`))),
  ]);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', end);
    end();
    await ended;
  };
  return { id, said, stop };
};

/** For programs that take no port 0. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
