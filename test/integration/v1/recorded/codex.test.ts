import { expect, test } from 'vitest';
import { request } from '../../../support/artel.ts';
import { inRecorded, parameters, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { here, says, upstream, responses } = inRecorded();

test('G40: the defaults of Codex work, and what nobody here can run is named', async () => {
  says();
  const inner = { type: 'function', name: 'spawn_agent', strict: false, parameters };
  const meta = { internal_chat_message_metadata_passthrough: { turn_id: 't-1' } };
  const answer = await responses({
    store: false,
    include: ['reasoning.encrypted_content'],
    reasoning: { summary: 'auto' },
    parallel_tool_calls: true,
    prompt_cache_key: 'thread-1',
    client_metadata: { session_id: 's', turn_id: 't' },
    tools: [
      { type: 'function', name: 'exec_command', description: 'Runs.', strict: false, parameters },
      { type: 'namespace', name: 'multi_agent_v1', description: 'Agents.', tools: [inner] },
      { type: 'web_search', external_web_access: false },
    ],
    input: [
      { type: 'message', role: 'developer', id: 'msg_1', content: [{ type: 'input_text', text: 'Rules.' }] },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Go.' }], ...meta },
      { type: 'reasoning', id: 'rs_1', summary: [], content: null, encrypted_content: 'ZW5j' },
      { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'exec_command', arguments: '{}', ...meta },
      { type: 'function_call_output', id: 'fco_1', call_id: 'call_1', output: '18', ...meta },
    ],
  });
  expect(answer).toMatchObject(taken);
  expect(answer.ignored?.split(', ')).toEqual([
    'input[].internal_chat_message_metadata_passthrough',
    'tools[web_search]',
  ]);
  expect(upstream().tools).toMatchObject([
    { function: { name: 'exec_command' } },
    { function: { name: 'multi_agent_v1__spawn_agent', description: 'Agents.' } },
  ]);
  expect(upstream().messages.map((message) => (message as { role: string }).role)).toEqual([
    ...['system', 'user', 'assistant', 'tool'],
  ]);
});

test('G40: the WebSocket that Codex asks for first is told to be none in the way that makes it use POST at once', async () => {
  const headers = { authorization: `Bearer ${here.clients.key}`, 'openai-beta': 'responses_websockets=2026-02-06' };
  const answer = await request<{ error?: { message: string } }>(
    here.artel.cloud.url,
    'GET',
    '/v1/responses',
    undefined,
    headers,
  );
  expect(answer.status).toBe(426);
  expect(answer.body.error?.message).toContain('POST');
});

test('G44: a client that lets a service shorten its input is answered', async () => {
  says();
  expect(await responses({ truncation: 'auto' })).toMatchObject(taken);
});
