import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentConfig } from '../../../../console/src/screens/agents/form/draft.ts';
import { changesBetween } from '../../../../console/src/screens/agents/versions/difference.ts';
import { lineDifference } from '../../../../console/src/screens/agents/versions/lines.ts';
import { agentConfigSchema } from '../../../../shared/agents/config.ts';

/* Requirements: WEB1. */

const config = (more: Record<string, unknown> = {}): AgentConfig =>
  agentConfigSchema.parse({ system_prompt: 'You help.', ...more });
const server = (more: Record<string, unknown> = {}, allow?: string[]) => ({
  mcp: { url: 'https://mcp.example.com/', ...more },
  ...(allow && { allow }),
});

describe('the difference between two versions of an agent', () => {
  test('names each setting that changed, with what it was and is', () => {
    const before = config({ model: 'one', limits: { max_cost: 1 } });
    const after = config({ display_name: 'New', limits: { max_steps: 3 }, approval: { min_risk: 'high' } });
    expect(changesBetween(before, after)).toEqual([
      { setting: 'display_name', after: 'New' },
      { setting: 'model', before: 'one' },
      { setting: 'max_steps', before: '25', after: '3' },
      { setting: 'max_cost', before: '1' },
      { setting: 'min_risk', before: 'medium', after: 'high' },
    ]);
  });

  test('has tools that came and went, whatever their order', () => {
    const before = config({ tools: ['clock', 'calculate'], capabilities: ['a', 'b'] });
    expect(changesBetween(before, config({ tools: ['calculate', 'clock'], capabilities: ['b', 'a'] }))).toEqual([]);
    expect(changesBetween(before, config({ tools: ['calculate', 'file_read'], capabilities: ['a'] }))).toEqual([
      { setting: 'capability', before: 'b' },
      { setting: 'tool', before: 'clock' },
      { setting: 'tool', after: 'file_read' },
    ]);
  });

  test('has what changed of a server: trust, headers and what of it is offered', () => {
    const before = config({ tools: [server({ headers: { A: { secret: 'ONE' } } }, ['x', 'y'])] });
    const after = config({ tools: [server({ trusted: true, headers: { A: { secret: 'TWO' } } }, ['y', 'x'])] });
    expect(changesBetween(before, after)).toEqual([
      {
        setting: 'server',
        of: 'https://mcp.example.com/',
        before: 'A: secret ONE\nallow: x, y',
        after: 'trusted: true\nA: secret TWO\nallow: x, y',
      },
    ]);
    expect(changesBetween(config({ tools: [server()] }), config())).toEqual([
      { setting: 'server', of: 'https://mcp.example.com/', before: '' },
    ]);
  });

  test('a version without changes has none', () => {
    expect(changesBetween(config({ tools: [server()] }), config({ tools: [server()] }))).toEqual([]);
  });
});

describe('the difference between two prompts', () => {
  test('keeps the lines they share, and marks the others', () => {
    expect(lineDifference('one\ntwo\nthree', 'one\n2\nthree\nfour')).toEqual([
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: '2' },
      { kind: 'same', text: 'three' },
      { kind: 'added', text: 'four' },
    ]);
  });

  test('without what was added it is the former text, without what was removed the newer one', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before, after);
        const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(without('added').join('\n')).toBe(before);
        expect(without('removed').join('\n')).toBe(after);
      }),
    );
  });

  test('prompts of many thousand lines are told as replaced, at once', () => {
    const lines = lineDifference('a\n'.repeat(16_000), 'b\n'.repeat(16_000));
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['removed', 'added']));
  });
});
