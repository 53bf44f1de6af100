import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, versionOf } from '../processes/installed.ts';
import { freePort, spawned } from '../processes/spawned.ts';
import { answers, Client } from './client.ts';
import type { TurnContender } from './contender.ts';

const COMMAND = join(PACKAGES, '@langchain/langgraph-cli/dist/cli/cli.mjs');
const GRAPH = join(import.meta.dirname, 'langgraph-graph.mjs');

/** LangGraph's development server for JavaScript with one graph, where it is installed. */
export const langgraph = async (upstream: string): Promise<TurnContender | undefined> => {
  const version = versionOf('@langchain/langgraph-cli');
  if (version === undefined) return undefined;
  const folder = projectFolder();
  const port = await freePort();
  const program = await spawned('LangGraph', {
    argv: [
      COMMAND,
      'dev',
      '--port',
      String(port),
      '--no-browser',
      '--no-reload',
      '--config',
      join(folder, 'langgraph.json'),
    ],
    ready: /Server running at/,
    env: { ...process.env, LANGGRAPH_CLI_NO_ANALYTICS: '1', LANGSMITH_TRACING: 'false', BENCH_UPSTREAM: upstream },
  });
  const client = new Client(`http://localhost:${port}`);
  const turn = async (): Promise<void> => {
    const { thread_id } = await client.post<{ thread_id: string }>('/threads', {});
    const input = { messages: [{ role: 'user', content: 'What is still open?' }] };
    answers(await client.post(`/threads/${thread_id}/runs/wait`, { assistant_id: 'helper', input }));
  };
  const stop = async (): Promise<void> => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: `LangGraph dev server ${version}`, process: program.id, turn, stop };
};

/** It keeps its state beside its configuration, and looks for its packages from there. */
const projectFolder = (): string => {
  const cache = join(PACKAGES, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'langgraph-'));
  const project = { node_version: '22', graphs: { helper: `${GRAPH}:graph` } };
  writeFileSync(join(folder, 'langgraph.json'), JSON.stringify(project));
  return folder;
};
