import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contender } from '../gateway/contender.ts';
import { versionOf } from '../processes/installed.ts';
import { answers, Client } from './client.ts';
import type { TurnContender } from './contender.ts';

/** A server of Mastra's with one agent, where it is installed. */
export const mastra = async (upstream: string): Promise<TurnContender | undefined> => {
  const version = versionOf('@mastra/core');
  if (version === undefined) return undefined;
  const data = mkdtempSync(join(tmpdir(), 'artel-mastra-'));
  const server = await contender('Mastra', '../turns/mastra-server.mjs', [upstream, join(data, 'mastra.db')]);
  const client = new Client(server.url);
  const turn = async (): Promise<void> => {
    const thread = { resourceId: 'alice', title: 'Turn' };
    const { id } = await client.post<{ id: string }>('/api/memory/threads?agentId=helper', thread);
    const messages = [{ role: 'user', content: 'What is still open?' }];
    const memory = { thread: id, resource: 'alice' };
    answers(await client.post('/api/agents/helper/generate', { messages, memory }));
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { name: `Mastra ${version}`, process: server.process, turn, stop };
};
