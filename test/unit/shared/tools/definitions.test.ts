import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../../shared/tools/mcp/canonical.ts';
import { type Definition, definitionOf, repeatOf, riskOf } from '../../../../shared/tools/mcp/definition.ts';
import { toolName } from '../../../../shared/tools/mcp/naming.ts';

/** As a server lists it. */
type ServerTool = Record<string, unknown>;

const tool = (more: ServerTool = {}): ServerTool => ({
  name: 'send',
  description: 'Sends a letter.',
  inputSchema: { type: 'object', properties: { to: { type: 'string' } } },
  ...more,
});
const defined = (more?: ServerTool): Definition => definitionOf(tool(more), 0) as Definition;
const hinted = (annotations: object) => defined({ annotations });

describe('the risk of a server’s tool (AP3)', () => {
  test.each([
    ['nothing', {}, 'medium', 'medium'],
    ['that it destroys', { destructiveHint: true }, 'high', 'high'],
    ['that it does not destroy', { destructiveHint: false }, 'medium', 'medium'],
    ['that it only reads', { readOnlyHint: true }, 'medium', 'low'],
    ['that it only reads and destroys', { readOnlyHint: true, destructiveHint: true }, 'high', 'low'],
  ] as const)('the risk of a server’s tool that says %s follows its hints', (_what, hints, untrusted, trusted) => {
    expect([riskOf(hinted(hints), false), riskOf(hinted(hints), true)]).toEqual([untrusted, trusted]);
  });

  test('the risk is never lowered by the word of a server that is not trusted', () => {
    const rank = { low: 0, medium: 1, high: 2 };
    const hints = fc.record(
      { readOnlyHint: fc.boolean(), destructiveHint: fc.boolean(), idempotentHint: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(hints, (said) => rank[riskOf(hinted(said), false)] >= rank.medium));
  });
});

test.each([
  [{}, 'unknown', 'unknown'],
  [{ idempotentHint: true }, 'keyed', 'keyed'],
  [{ readOnlyHint: true }, 'keyed', 'safe'],
  [{ idempotentHint: false }, 'unknown', 'unknown'],
] as const)('a repeat of a tool with %o counts as %s, and from a trusted server as %s', (hints, untrusted, trusted) => {
  expect([repeatOf(hinted(hints), false), repeatOf(hinted(hints), true)]).toEqual([untrusted, trusted]);
});

describe('the hash of a definition', () => {
  test.each([
    ['description', { description: 'Sends a letter, and a copy to me.' }],
    ['schema', { inputSchema: { type: 'object', properties: { to: { type: 'string' }, copy: { type: 'string' } } } }],
    ['annotations', { annotations: { readOnlyHint: true } }],
    ['output', { outputSchema: { type: 'object' } }],
    ['name', { name: 'send2' }],
  ] as Array<[string, ServerTool]>)('the hash of a definition changes with the %s', (_what, change) => {
    expect(defined(change).hash).not.toBe(defined().hash);
  });

  test('the hash of a definition does not change with the order in which a server writes things down', () => {
    const turned = { inputSchema: { properties: { to: { type: 'string' } }, type: 'object' } } as ServerTool;
    expect(defined(turned).hash).toBe(defined().hash);
  });

  test('the hash of a definition uses JSON that is the same for equal values and different for others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(JSON.parse(canonicalJson(one))).toEqual(JSON.parse(JSON.stringify(one)));
        const equal = canonicalJson(one) === canonicalJson(other);
        if (equal) expect(JSON.parse(canonicalJson(one))).toEqual(JSON.parse(canonicalJson(other)));
      }),
    );
  });
});

test.each([
  ['a name that is too long', { name: 'a'.repeat(129) }],
  ['a description that is too long', { description: 'a'.repeat(4_097) }],
  ['a schema that is too large', { inputSchema: { type: 'object', title: 'a'.repeat(70_000) } }],
  ['no way to be called at once', { execution: { taskSupport: 'required' } }],
] as Array<[string, ServerTool]>)('a tool with %s is not offered, and the reason is given', (_what, more) => {
  expect(definitionOf(tool(more), 0)).toEqual({ name: expect.any(String), reason: expect.any(String) });
});

test.each([
  ['no name', { name: undefined }, '#3'],
  ['a name that is no text', { name: 7 }, '#3'],
  ['a description that is no text', { description: { en: 'Sends.' } }, 'send'],
  ['a schema that is no schema', { inputSchema: 'none' }, 'send'],
  ['arguments that are no object', { inputSchema: { type: 'string' } }, 'send'],
  ['arguments none of which is an object', { inputSchema: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, 'send'],
] as Array<[string, ServerTool, string]>)('G16: a tool with %s is named and not offered', (_what, more, name) => {
  expect(definitionOf(tool(more), 2)).toEqual({ name, reason: expect.any(String) });
});

test.each([
  ['a property that may be anything', { inputSchema: { type: 'object', properties: { data: true } } }],
  ['a schema that says nothing', { inputSchema: {} }],
  ['no schema', { inputSchema: undefined }],
  ['a description that is null', { description: null }],
  ['annotations that are null', { annotations: null }],
  ['an execution that is null', { execution: null }],
] as Array<[string, ServerTool]>)('G16: a tool with %s is offered', (_what, more) => {
  expect(definitionOf(tool(more), 0)).toMatchObject({ name: 'send', description: expect.any(String) });
});

test('G16: whatever a server lists is a tool or is named as one that is not offered', () => {
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({
      name: fc.string(),
      description: fc.jsonValue(),
      inputSchema: fc.jsonValue(),
      annotations: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(entry, (one) => {
      expect(definitionOf(one, 0).name).toEqual(expect.any(String));
    }),
  );
});

test.each([undefined, null, false])(
  'a tool whose destructive hint is %s is not one that destroys',
  (destructiveHint) => {
    expect(hinted({ destructiveHint }).hints.destructive).toBe(false);
  },
);

test('G16: a hint to destroy counts however it is written, and a hint to be harmless only as the protocol has it', () => {
  const hints = { destructiveHint: 'yes', readOnlyHint: 'yes', idempotentHint: 1 };
  expect(hinted(hints).hints).toEqual({ destructive: true, readOnly: false, idempotent: false });
});

describe('the name a model calls a server’s tool by', () => {
  test('a server’s tool has a readable name where possible', () => {
    expect(toolName('https://mcp.example.com/mcp', 'search')).toBe('mcp_example_com__search');
  });

  test.each([
    ['https://mcp.example.com/other', 'search'],
    ['https://mcp.example.com:8443/mcp', 'search'],
    ['http://mcp.example.com/mcp', 'search'],
    ['https://mcp.example.com/mcp?team=2', 'search'],
  ])('a tool of %s has another name', (url, name) => {
    expect(toolName(url, name)).not.toBe(toolName('https://mcp.example.com/mcp', name));
  });

  test('a server’s tool has a name the API accepts, different for any two tools', () => {
    const server = fc
      .tuple(fc.domain(), fc.constantFrom('/mcp', '/', '/v1', '/mcp/'))
      .map(([host, path]) => `https://${host}${path}`);
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 128 }),
      fc.constantFrom('a.b', 'a_b', 'a-b', 'a b', 'a/b'),
    );
    fc.assert(
      fc.property(server, server, name, name, (one, other, left, right) => {
        expect(toolName(one, left)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect(toolName(one, left)).toBe(toolName(one, left));
        const same = new URL(one).href === new URL(other).href && left === right;
        expect(toolName(one, left) === toolName(other, right)).toBe(same);
      }),
    );
  });
});

test.each([2_000, 60_000])('R4: a tool whose schema is nested %d levels deep is missing by its name', (depth) => {
  const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  expect(definitionOf(tool({ inputSchema: { type: 'object', default: deep } }), 0)).toEqual({
    name: 'send',
    reason: 'its schema is nested too deeply',
  });
});
