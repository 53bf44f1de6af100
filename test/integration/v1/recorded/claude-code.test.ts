import { expect, test } from 'vitest';
import { calls, inRecorded, parameters, resultOf, taken } from './in-recorded.ts';

/* Requirements: GW1. */

const { says, upstream, messages } = inRecorded();

test('G39: the defaults of Claude Code work with nothing set', async () => {
  says();
  const ephemeral = { type: 'ephemeral' };
  const answer = await messages({
    max_tokens: 128_000,
    system: [
      { type: 'text', text: 'Billing: none.' },
      { type: 'text', text: 'You help with code.', cache_control: ephemeral },
    ],
    thinking: { type: 'adaptive', display: 'omitted' },
    context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
    output_config: { effort: 'medium' },
    metadata: { user_id: JSON.stringify({ device_id: 'd'.repeat(64), account_uuid: '', session_id: 's'.repeat(36) }) },
    tools: [
      { name: 'Read', description: 'Reads.', input_schema: parameters, eager_input_streaming: true },
      { name: 'Plan', description: 'Plans.', input_schema: parameters, defer_loading: true },
    ],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'Look around.' }] },
      { role: 'system', content: [{ type: 'text', text: 'Now.' }], output_config: { effort: 'medium' } },
      { role: 'assistant', content: [{ type: 'thinking', thinking: '', signature: 'c2ln' }, calls.messages] },
      { ...resultOf('18'), content: [{ ...resultOf('18').content[0], is_error: false, cache_control: ephemeral }] },
    ],
  });
  expect(answer).toMatchObject({ ...taken, ignored: null });
  expect(upstream().tools).toHaveLength(2);
  expect(upstream()).toMatchObject({ reasoning_effort: 'medium', max_tokens: 32_768 });
  // OpenAI has 64 characters for it, and other providers refuse what is no plain name.
  expect(upstream()).toMatchObject({ user: expect.stringMatching(/^[\w-]{6,64}$/) });
});

test.each([
  { thinking: { type: 'adaptive', budget_tokens: 0 } },
  { thinking: { type: 'enabled', budget_tokens: 31_999, display: 'omitted' } },
  { top_k: 40 },
  { service_tier: 'auto', mcp_servers: [] },
])('G26: %o is taken', async (more) => {
  says();
  expect(await messages(more)).toMatchObject(taken);
});
