import { describe, expect, test } from 'vitest';
import { BUILTIN_NAMES, toolSettingsSchema } from '../../../../shared/tools/index.ts';

const server = (mcp: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  mcp: { url: 'https://a.example/mcp', ...mcp },
  ...more,
});
const refused = (settings: unknown): string => {
  const { success, error } = toolSettingsSchema.safeParse(settings);
  expect(success).toBe(false);
  return JSON.stringify(error?.issues);
};

describe('the tools of an agent', () => {
  test('an agent may have any of the built-in tools and servers', () => {
    const headers = { Authorization: { secret: 'search_key' } };
    const settings = [...BUILTIN_NAMES, server({ headers, trusted: true }, { allow: ['search'] })];
    expect(toolSettingsSchema.parse(settings)).toEqual(settings);
  });

  test('an agent’s servers are not trusted unless configured', () => {
    expect(toolSettingsSchema.parse([server({})])).toEqual([server({ trusted: false })]);
  });

  test.each([
    ['a tool that does not exist', 'file_shred'],
    ['a secret that stands in the configuration', server({ headers: { authorization: 'Bearer secret' } })],
    ['a header of the protocol', server({ headers: { 'Mcp-Session-Id': { secret: 'a' } } })],
    ['a Host of its own', server({ headers: { Host: { secret: 'a' } } })],
    ['a header that is none', server({ headers: { 'a b': { secret: 'a' } } })],
    ['a misspelt option', server({ trust: true })],
    ['a password in the address', server({ url: 'https://user:password@a.example/mcp' })],
    ['a fragment in the address', server({ url: 'https://a.example/mcp#x' })],
    ['an address of a file', server({ url: 'file:///etc/passwd' })],
    ['no address', server({ url: 'a.example/mcp' })],
    ['an empty list of allowed tools', server({}, { allow: [] })],
  ])('the tools of an agent with %s are refused', (_what, setting) => {
    expect(refused([setting])).toMatch(/calculate|mcp|Must|allow/);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'R12: a header that is called %s is refused and not lost',
    (name) => {
      const headers = JSON.parse(`{"${name}": {"secret": "a"}}`) as object;
      expect(refused([server({ headers })])).toMatch(/cannot have this name/);
    },
  );

  test('the tools of an agent are each named once', () => {
    expect(refused(['clock', 'clock'])).toMatch(/once/);
    expect(refused([server({}), server({ url: 'https://A.example/mcp' })])).toMatch(/once/);
  });

  test('an agent has at most twenty tools', () => {
    expect(refused(Array.from({ length: 21 }, (_, at) => server({ url: `https://a${at}.example/mcp` })))).toMatch(/20/);
  });
});
