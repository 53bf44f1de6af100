import { join } from 'node:path';
import { PACKAGES, versionOf } from '../processes/installed.ts';
import { freePort, spawned } from '../processes/spawned.ts';
import { usageOf } from '../processes/tree.ts';
import type { Contender } from './contender.ts';

const FILE = join(PACKAGES, '@portkey-ai/gateway/build/start-server.js');

/** Portkey's gateway to the same upstream, where somebody installed it. */
export const portkey = async (upstream: string): Promise<Contender | undefined> => {
  const version = versionOf('@portkey-ai/gateway');
  if (version === undefined) return undefined;
  const port = await freePort();
  const { id, stop } = await spawned('Portkey', { argv: [FILE, '--headless', `--port=${port}`], ready: /Ready/ });
  return {
    name: `Portkey ${version}`,
    url: `http://127.0.0.1:${port}/v1`,
    headers: { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': upstream },
    usage: () => usageOf(id),
    stop,
  };
};
