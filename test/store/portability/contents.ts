import fc from 'fast-check';
import { newId } from '../../../shared/core/ids.ts';
import type { Line } from '../../../shared/portability/index.ts';

/* What may stand in an export: agents, files and chats made at random, and the lines that tell of them. */

const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2026, 0) });
const iso = (at: number): string => new Date(at).toISOString();
const words = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((text) => `a${text.replaceAll(/\s/g, '_')}`);

const agents = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/),
    at: instant,
    versions: fc.array(
      fc.record({
        system_prompt: words,
        concurrency_limit: fc.integer({ min: 1, max: 10 }),
        approval: fc.record({ min_risk: fc.constantFrom('low', 'medium', 'high') }),
      }),
      { minLength: 1, maxLength: 23 },
    ),
  }),
  { maxLength: 3, selector: ({ name }) => name },
);
const sessions = fc.array(
  fc.record({
    title: words,
    at: instant,
    messages: fc.array(
      fc.record({
        role: fc.constantFrom('user', 'assistant'),
        text: fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.constant('long '.repeat(9_000)) }),
      }),
      { maxLength: 60 },
    ),
  }),
  { maxLength: 3 },
);
const files = fc.uniqueArray(
  fc.record({ path: fc.stringMatching(/^[a-z]{1,9}(\/[a-z]{1,9})?\.md$/), content: words }),
  {
    maxLength: 3,
    selector: ({ path }) => path,
  },
);
export const project = fc.record({ agents, sessions, files, max_parallel: fc.integer({ min: 1, max: 50 }) });

export const linesOf = (of: typeof project extends fc.Arbitrary<infer P> ? P : never): Line[] => [
  { kind: 'orchestrator', value: { max_parallel: of.max_parallel } },
  ...of.agents.flatMap(({ name, at, versions }): Line[] => {
    const key = newId('agt', at);
    return versions.map((config, index) => ({
      kind: 'agent',
      agent_key: key,
      value: {
        key,
        name,
        version: index + 1,
        status: 'busy',
        config,
        created_at: iso(at),
        updated_at: iso(at + index),
      },
    }));
  }),
  ...of.files.map(
    (file): Line => ({ kind: 'file', value: { ...file, encoding: 'utf-8', truncated: false, bytes: 1 } }),
  ),
  ...of.sessions.flatMap(({ title, at, messages }): Line[] => {
    const session_id = newId('ses', at);
    const value = { id: session_id, title, created_at: iso(at), updated_at: iso(at + 1), busy: true };
    return [
      { kind: 'session', session_id, value },
      ...messages.map(({ role, text }, index): Line => {
        const [id, run_id] = [newId('msg', at + index), newId('run', at)];
        const created_at = iso(at + index);
        return { kind: 'message', session_id, value: { id, role, content: text, agent_id: null, run_id, created_at } };
      }),
    ];
  }),
];

/** A whole export of these lines. */
export const whole = (lines: readonly Line[]): string => {
  const counts = Object.fromEntries([...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
  const framed = [{ kind: 'export', value: { version: 1 } }, ...lines, { kind: 'end', value: { counts } }];
  return framed.map((line) => JSON.stringify(line)).join('\n');
};

/** An export of these lines in parts of `size` lines. */
export const inParts = (export_: string, size: number): string[] => {
  const lines = export_.split('\n');
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, n) =>
    lines.slice(n * size, (n + 1) * size).join('\n'),
  );
};
