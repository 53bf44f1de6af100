import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { OFTEN } from './unhurried.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The product as a person starts it: a process of its own, with a data folder. */
export type Machine = {
  url: string;
  socketUrl: string;
  /** All it has printed. */
  output(): string;
  /** The power goes. Resolves when the process is gone. */
  kill(): Promise<void>;
};

/** `npm start`, with any free port and the model at `modelUrl`. Rejects with its output if it does not come up. */
export const startMachine = async (data: string, modelUrl: string): Promise<Machine> => {
  const child = spawn(process.execPath, ['infra/guard.mjs', 'infra/local/start.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      ARTEL_DATA: data,
      ...OFTEN,
      OPENAI_BASE_URL: modelUrl,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'scripted',
    },
  });
  const ended = once(child, 'exit');
  let output = '';
  const { promise, resolve: ready, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      // The last line of the welcome: by then the address was printed as well.
      if (output.includes('Ctrl-C ends it.')) ready(/REST API +(\S+)/.exec(output)?.[1] ?? '');
    });
  }
  void ended.then(() => reject(new Error(`The machine ended before it was ready:\n${output}`)));
  const url = await promise;
  return {
    url,
    socketUrl: `${url.replace('http', 'ws')}/socket`,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
