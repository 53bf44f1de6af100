import { describe, expect, test } from 'vitest';
import { configOf, isSame } from '../../../../console/src/screens/agents/form/config.ts';
import {
  BUILTINS,
  type Draft,
  draftOf,
  EMPTY,
  isServer,
  newHeader,
  newServer,
} from '../../../../console/src/screens/agents/form/draft.ts';
import { agentConfigSchema } from '../../../../shared/agents/config.ts';
import { BUILTIN_NAMES } from '../../../../shared/tools/settings.ts';

/* Requirements: WEB1. */

const parsed = (draft: Draft) => agentConfigSchema.parse(JSON.parse(JSON.stringify(configOf(draft))));

const FULL = agentConfigSchema.parse({
  display_name: 'Issue keeper',
  system_prompt: 'You keep issues.\nBe brief.',
  model: 'some/model:1',
  tools: [
    'clock',
    {
      mcp: { url: 'https://mcp.example.com/', trusted: true, headers: { Authorization: { secret: 'TOKEN' } } },
      allow: ['list', 'close'],
    },
    'calculate',
    { mcp: { url: 'https://other.example.com/' } },
  ],
  capabilities: ['issues', 'triage'],
  concurrency_limit: 7,
  max_pending: 0,
  memory: { max_vectors: 50, contradictions: 'model' },
  limits: { max_steps: 3, max_tokens: 1_000, max_cost: 0.25, max_minutes: 0.5 },
  approval: { min_risk: 'low' },
});

describe('the form of an agent', () => {
  test('what is shown of an agent and sent again unchanged is the same agent', () => {
    expect(parsed(draftOf(FULL))).toEqual(FULL);
  });

  test('an agent that says only what it must becomes one of defaults, and stays without a limit of cost', () => {
    const least = agentConfigSchema.parse({ system_prompt: 'You help.' });
    expect(parsed(draftOf(least))).toEqual(least);
    expect(configOf(draftOf(least))).not.toHaveProperty('display_name');
    expect(configOf(draftOf(least)).limits?.max_cost).toBeUndefined();
  });

  test('the empty form has the defaults of the API', () => {
    expect(parsed({ ...EMPTY, prompt: 'You help.' })).toEqual(agentConfigSchema.parse({ system_prompt: 'You help.' }));
  });

  test('a number that was emptied takes its default, and what is no number is refused at its field', () => {
    expect(parsed({ ...EMPTY, prompt: 'x', steps: '', memories: '' })).toMatchObject({
      limits: { max_steps: 25 },
      memory: { max_vectors: 10_000 },
    });
    const refused = agentConfigSchema.safeParse(
      JSON.parse(JSON.stringify(configOf({ ...EMPTY, prompt: 'x', steps: '1e' }))),
    );
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['limits.max_steps']);
  });

  test('blank lines, and rows of headers that were left empty, are not sent', () => {
    const server = { ...newServer(), url: ' https://mcp.example.com/ ', allow: '\n list \n', headers: [newHeader()] };
    const config = configOf({ ...EMPTY, prompt: 'x', capabilities: ' a \n\n', tools: [server] });
    expect(config.capabilities).toEqual(['a']);
    expect(config.tools).toEqual([{ mcp: { url: 'https://mcp.example.com/', trusted: false }, allow: ['list'] }]);
  });

  test('it offers every built-in tool that agents may have', () => {
    expect(BUILTINS).toEqual(BUILTIN_NAMES);
  });

  test('settings count as changed once they would be sent otherwise', () => {
    const draft = draftOf(FULL);
    expect(isSame(draft, draftOf(FULL))).toBe(true);
    expect(isSame(draft, { ...draft, displayName: ' Issue keeper ' })).toBe(true);
    expect(isSame(draft, { ...draft, minRisk: 'high' })).toBe(false);
    const tools = draft.tools.map((tool) => (isServer(tool) ? { ...tool, isTrusted: !tool.isTrusted } : tool));
    expect(isSame(draft, { ...draft, tools })).toBe(false);
  });
});
