import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. Clients of other makers, with their defaults; each runs in a process of its own. */

const here = inV1();

const FOLDER = join(import.meta.dirname, '../../clients');
const isInstalled = existsSync(join(FOLDER, 'node_modules'));

const run = promisify(execFile);

/** What the client answers in two turns, in each of which the model calls its tool first. */
const twoTurns = async (client: string, way: string, model: string): Promise<string[]> => {
  const call = (id: string) => ({ tool_calls: [{ id, name: 'get_weather', arguments: { city: 'Oslo' } }] });
  here.artel.model.script(call('call_1'), { text: 'It is mild.' }, call('call_2'), { text: 'Still mild.' });
  const args = [join(FOLDER, 'two-turns.mjs'), client, way, model, here.artel.cloud.url, here.clients.key];
  const { stdout } = await run(process.execPath, args, { env: { PATH: process.env.PATH } });
  return JSON.parse(stdout) as string[];
};

const ALL = [
  ['ai-sdk-chat', 'gpt-4.1'],
  ['ai-sdk-responses', 'gpt-5'],
  ['ai-sdk-responses', 'gpt-4.1'],
  ['ai-sdk-messages', 'claude-sonnet-4-5'],
  ['ai-sdk-messages', 'claude-opus-5-5'],
  ['langchain-chat', 'gpt-4.1'],
  ['langchain-responses', 'gpt-5'],
  ['langchain-messages', 'claude-sonnet-4-5'],
  ['openai-agents-chat', 'gpt-5'],
  ['openai-agents-responses', 'gpt-5'],
] as const;
const CASES = ALL.flatMap(([client, model]) => [
  { client, model, way: 'whole' },
  { client, model, way: 'stream' },
]);

describe.skipIf(!isInstalled)('with npm ci --prefix test/clients --ignore-scripts', () => {
  test.each(CASES)('G36: $client holds two turns with a tool by $model: $way', async ({ client, way, model }) => {
    expect(await twoTurns(client, way, model)).toEqual(['It is mild.', 'Still mild.']);
    const messages = here.artel.model.requests.at(-1)?.body.messages as { role: string; tool_call_id?: string }[];
    const spoken = messages.filter(({ role }) => role !== 'system' && role !== 'developer');
    expect(spoken.map(({ role }) => role)).toEqual([
      ...['user', 'assistant', 'tool', 'assistant', 'user', 'assistant', 'tool'],
    ]);
  });
});
