// Plain JavaScript: its packages are installed for benchmarks alone, so nothing could check its types.
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { createAdaptorServer } from '@hono/node-server';
import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core/mastra';
import { MastraServer } from '@mastra/hono';
import { LibSQLStore } from '@mastra/libsql';
import { Memory } from '@mastra/memory';
import { Hono } from 'hono';
import { announce } from '../gateway/served.ts';

/*
 * One agent behind Mastra's own routes, its storage a libSQL file, as mastra.ai/reference/server/hono-adapter and
 * mastra.ai/reference/storage/libsql have it. `argv`: the upstream's address, and the file.
 */
const [upstream, file] = process.argv.slice(2);

const model = createOpenAICompatible({ name: 'scripted', baseURL: upstream, apiKey: 'test' })('scripted');
const helper = new Agent({
  id: 'helper',
  name: 'helper',
  instructions: 'You help.',
  model,
  memory: new Memory(),
});
const storage = new LibSQLStore({ id: 'storage', url: `file:${file}` });
const mastra = new Mastra({ agents: { helper }, storage, logger: false });

const app = new Hono();
await new MastraServer({ app, mastra }).init();
announce(createAdaptorServer({ fetch: app.fetch }));
