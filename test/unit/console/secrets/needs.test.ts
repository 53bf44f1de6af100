import { expect, test } from 'vitest';
import { missing, needsOf } from '../../../../console/src/screens/secrets/needs.ts';
import { agentConfigSchema } from '../../../../shared/agents/config.ts';

/* Requirements: WEB1. */

const agent = (name: string, ...secrets: string[]) => ({
  name,
  config: agentConfigSchema.parse({
    system_prompt: 'x',
    tools: [
      'clock',
      ...secrets.map((secret, index) => ({
        mcp: { url: `https://${index}.example.com/`, headers: { Authorization: { secret }, 'X-Again': { secret } } },
      })),
    ],
  }),
});

test('a secret is needed by each agent that names it, once', () => {
  const needs = needsOf([agent('one', 'A', 'B'), agent('two', 'A'), agent('three')]);
  expect([...needs]).toEqual([
    ['A', ['one', 'two']],
    ['B', ['one']],
  ]);
  expect(missing(needs, ['A'])).toEqual(['B']);
  expect(missing(needs, ['A', 'B', 'C'])).toEqual([]);
});
