import { describe, expect, test } from 'vitest';
import { authenticated } from '../../../../../../shared/core/scope.ts';
import type { ModelCall } from '../../../../../../shared/gateway/index.ts';
import { messageRequest } from '../../../../../../shared/gateway/providers/anthropic/request.ts';
import { chatRequest } from '../../../../../../shared/gateway/providers/openai/request.ts';
import { originOf } from '../../../../../../shared/gateway/providers/origin.ts';

/* Requirements: GW1. */

const at = (host: string) => ({ kind: 'openai' as const, baseUrl: `https://${host}/v1`, apiKey: 'k' });
const call = (more: Partial<ModelCall> = {}): ModelCall => ({
  scope: authenticated({ userId: 'alice' }).inProject('default'),
  purpose: 'chat',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

describe('the end user’s name', () => {
  const object = JSON.stringify({ device_id: 'd'.repeat(64), account_uuid: '', session_id: 's-1' });
  const sent = (user: string) => [
    chatRequest(call({ user }), 'gpt-5', at('api.openai.com')).user,
    messageRequest({ ...call({ user }), model: 'claude-opus-4-1' }, { ...at('api.anthropic.com'), kind: 'anthropic' })
      .metadata?.user_id,
  ];

  test('G39: an object that a client writes as its user leaves in a form that every provider takes', () => {
    const [openai, anthropic] = sent(object);
    expect(openai).toMatch(/^[\w-]{6,64}$/);
    expect(anthropic).toBe(openai);
    expect(sent(object)).toEqual([openai, openai]);
    expect(sent(object.replace('s-1', 's-2'))).not.toContain(openai);
  });

  test('a short name leaves as it is', () => {
    expect(sent('user-1_a')).toEqual(['user-1_a', 'user-1_a']);
  });
});

describe('ids of calls', () => {
  const idsSent = (host: string, ...ids: string[]) => {
    const calls = ids.map((id) => ({ id, name: 'look', arguments: '{}' }));
    const results = ids.map((callId) => ({ role: 'tool' as const, callId, content: 'seen' }));
    const messages: ModelCall['messages'] = [
      { role: 'user', content: 'Look.' },
      { role: 'assistant', content: '', calls },
      ...results,
    ];
    const [, asked, ...told] = chatRequest(call({ messages }), 'm', at(host)).messages;
    const made = asked?.role === 'assistant' ? (asked.tool_calls ?? []).map(({ id }) => id) : [];
    return [made, told.map((one) => (one.role === 'tool' ? one.tool_call_id : ''))];
  };

  test.each([
    ['api.mistral.ai', 'call_1', /^[a-zA-Z0-9]{9}$/],
    ['api.openai.com', `call_${'x'.repeat(60)}`, /^.{1,40}$/],
    ['eastus.openai.azure.com', `call_${'x'.repeat(60)}`, /^.{1,40}$/],
  ])('%s gets the id %s in a form it takes, in the call and in its result', (host, id, accepted) => {
    const [made, told] = idsSent(host, id, `${id}2`);
    expect(made).toEqual([expect.stringMatching(accepted), expect.stringMatching(accepted)]);
    expect(told).toEqual(made);
    expect(new Set(made).size).toBe(2);
  });

  test('an id that a host takes goes back to it as it was', () => {
    const long = `call_${'x'.repeat(300)}`;
    expect(idsSent('api.mistral.ai', 'D681PevKs')).toEqual([['D681PevKs'], ['D681PevKs']]);
    expect(idsSent('api.openai.com', 'call_1')).toEqual([['call_1'], ['call_1']]);
    expect(idsSent('models.example.org', long)).toEqual([[long], [long]]);
  });
});

describe.each(['api.groq.com', 'api.cerebras.ai'])('thoughts for %s, which takes one field for them', (host) => {
  const native = (data: Record<string, unknown>, origin?: string) => ({
    kind: 'openai' as const,
    data,
    ...(origin !== undefined && { origin }),
  });
  const sent = (...thoughts: ReturnType<typeof native>[]) => {
    const messages: ModelCall['messages'] = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Yes?', reasoning: { text: 'Hm.', native: thoughts } },
      { role: 'user', content: 'Well' },
    ];
    return chatRequest(call({ messages }), 'm', at(host)).messages[1];
  };

  test('G7: its own model’s thoughts go back under that name alone', () => {
    const own = originOf(at(host), 'm');
    expect(sent(native({ reasoning_content: 'Hm.', reasoning_details: [{}] }, own))).toEqual({
      role: 'assistant',
      content: 'Yes?',
      reasoning: 'Hm.',
    });
  });

  test('G7: thoughts of which nobody says whose they are stay away', () => {
    expect(sent(native({ reasoning_content: 'Hm.' }))).toEqual({ role: 'assistant', content: 'Yes?' });
  });
});
