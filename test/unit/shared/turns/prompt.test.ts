import { describe, expect, test } from 'vitest';
import type { StoredAgent } from '../../../../shared/agents/index.ts';
import { countTokens, textOf } from '../../../../shared/gateway/index.ts';
import type { Memory } from '../../../../shared/memory/index.ts';
import type { Message } from '../../../../shared/sessions/index.ts';
import { buildPrompt } from '../../../../shared/turns/prompt.ts';

/* Requirements: CH3. */

const agent = { config: { system_prompt: 'You help.' } } as StoredAgent;
const messages = (contents: string[]): Message[] =>
  contents.map((content, index) => ({ id: `msg_${index}`, role: 'user', content }) as Message);
const memory = (id: string, text: string): Memory => ({
  id,
  text,
  type: 'fact',
  tags: [],
  pinned: false,
  importance: 0.5,
  createdAt: Date.parse('2026-11-21T08:00:00Z'),
});
/** About as many tokens as asked for, and never more. */
const wordsOf = (tokens: number): string => {
  const text = 'word '.repeat(tokens).trim();
  return countTokens(text) <= tokens ? text : text.slice(0, Math.floor((text.length * tokens) / countTokens(text)));
};

const turnsOf = (roles: ('user' | 'assistant')[]): Message[] =>
  roles.map((role, index) => ({ id: `msg_${index}`, role, content: `m${index}` }) as Message);

describe('the shape of a conversation', () => {
  test('G13: a prompt begins with the person after the first turns have been cut', () => {
    const roles = Array.from({ length: 13 }, (_, n) => (n % 2 === 0 ? ('user' as const) : ('assistant' as const)));
    const { messages: prompt, used } = buildPrompt(agent, turnsOf(roles), []);
    expect(prompt.slice(0, 2)).toMatchObject([{ role: 'system' }, { role: 'user', content: 'm4' }]);
    expect(used.history).toBe(9);
  });

  test('G13: a question that was never answered and the next one are one message of the person', () => {
    const { messages: prompt } = buildPrompt(agent, turnsOf(['user', 'assistant', 'user', 'user']), []);
    expect(prompt.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(prompt.at(-1)?.content).toBe('m2\n\nm3');
  });
});

describe('the context of a model call', () => {
  test('a prompt holds the newest 10 messages of a long session', () => {
    const { messages: prompt, used } = buildPrompt(agent, messages(Array.from({ length: 12 }, (_, n) => `m${n}`)), []);
    expect(used.history).toBe(10);
    expect(prompt.slice(1).map(textOf)).toEqual([Array.from({ length: 10 }, (_, n) => `m${n + 2}`).join('\n\n')]);
  });

  test('a prompt holds at most 4,000 tokens of history', () => {
    const thousand = wordsOf(1_000);
    const { used } = buildPrompt(agent, messages(Array.from({ length: 6 }, () => thousand)), []);
    expect(used.history).toBe(4);
  });

  test('a prompt holds at most 1,500 tokens of memories', () => {
    const some = [1, 2, 3, 4].map((n) => memory(`mem_${n}`, wordsOf(500)));
    expect(buildPrompt(agent, messages(['Hello.']), some).used.memories).toBe(3);
  });

  test('a memory of a message that the prompt shows anyway is left out', () => {
    const known = { ...memory('mem_1', 'Hello.'), messageId: 'msg_0' };
    expect(buildPrompt(agent, messages(['Hello.']), [known]).used.memories).toBe(0);
  });
});
