import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parametersOf } from '../../../../shared/tools/mcp/parameters.ts';
import { workOf } from '../../../support/pace.ts';

type Schema = Record<string, unknown>;

const shown = (schema: unknown): Schema | undefined => parametersOf(schema)?.shown;
const text = { type: 'string' };
const number = { type: 'number' };

test.each<[string, unknown, Schema]>([
  ['no schema', undefined, { type: 'object', properties: {} }],
  ['a schema that says nothing', {}, { type: 'object', properties: {} }],
  ['`true`', true, { type: 'object', properties: {} }],
  ['an object without properties', { type: 'object' }, { type: 'object', properties: {} }],
  ['properties without a type', { properties: { a: text } }, { type: 'object', properties: { a: text } }],
  ['an object or null', { type: ['object', 'null'] }, { type: 'object', properties: {} }],
  ['null for what is absent', { type: 'object', properties: null, required: null }, { type: 'object', properties: {} }],
  [
    'properties that are anything or nothing',
    { type: 'object', properties: { a: true, b: false, c: { type: 'array' }, d: { type: 'any', description: 7 } } },
    { type: 'object', properties: { a: {}, c: { type: 'array', items: {} }, d: {} } },
  ],
  [
    'a tuple, and objects within',
    { properties: { a: { type: 'array', items: [text] }, b: { type: 'array', items: { type: 'object' } } } },
    {
      properties: {
        a: { type: 'array', items: {} },
        b: { type: 'array', items: { type: 'object', properties: {} } },
      },
      type: 'object',
    },
  ],
  [
    'values that look like keywords',
    { properties: { a: { default: null, const: { type: 'x' }, examples: [null] } } },
    { properties: { a: { default: null, const: { type: 'x' }, examples: [null] } }, type: 'object' },
  ],
])('G15: %s becomes a schema that every provider takes', (_what, given, expected) => {
  expect(shown(given)).toEqual(expected);
});

test('G15: alternatives at the top become one list of properties, and calls are still checked against them', () => {
  const schema = {
    description: 'By name or by number.',
    anyOf: [
      { type: 'object', properties: { name: text, key: text }, required: ['name', 'key'] },
      { properties: { number, key: number }, required: ['number', 'key'] },
      { type: 'null' },
    ],
  };
  expect(parametersOf(schema)).toEqual({
    shown: {
      type: 'object',
      description: 'By name or by number.',
      properties: { name: text, number, key: { anyOf: [text, number] } },
      required: ['key'],
    },
    checked: {
      ...schema,
      anyOf: [schema.anyOf[0], schema.anyOf[1], { type: 'null' }],
    },
  });
});

test('G15: a reference at the top is resolved, and what is required by all parts is required', () => {
  const schema = {
    $ref: '#/$defs/Input',
    $defs: { Input: { type: 'object', properties: { a: text }, required: ['a'], additionalProperties: false } },
    allOf: [{ properties: { b: { $ref: '#/$defs/Input' } }, required: ['b'] }],
  };
  expect(shown(schema)).toEqual({
    type: 'object',
    properties: { a: text, b: { $ref: '#/$defs/Input' } },
    required: ['a', 'b'],
    $defs: schema.$defs,
  });
});

test.each([
  ['itself', { $ref: '#' }],
  ['nothing', { $ref: '#/$defs/None' }],
  ['another document', { $ref: 'https://example.com/schema.json' }],
])('G15: a reference to %s at the top leaves an object', (_what, schema) => {
  expect(shown(schema)).toMatchObject({ type: 'object', properties: {} });
});

test('G15: a schema that providers take as it is stays as it is', () => {
  const schema = {
    type: 'object',
    properties: { to: text, parts: { type: 'array', items: { type: 'object', properties: { a: number } } } },
    required: ['to'],
    additionalProperties: false,
  };
  expect(JSON.stringify(parametersOf(schema))).toBe(JSON.stringify({ shown: schema }));
});

/** What OpenAI and Anthropic refuse a whole request for. */
const refused = (schema: unknown, isTop = true): string[] => {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return ['not a schema'];
  const { type, properties, items, anyOf, oneOf, allOf } = schema as Schema;
  const types = [type].flat();
  const within = [...Object.values((properties as Schema) ?? {}), ...(items === undefined ? [] : [items])];
  return [
    ...(isTop && (type !== 'object' || properties === undefined) ? ['no object at the top'] : []),
    ...(isTop && (anyOf ?? oneOf ?? allOf) ? ['alternatives at the top'] : []),
    ...(types.includes('array') && items === undefined ? ['an array without items'] : []),
    ...[...within, ...[anyOf, oneOf, allOf].flatMap((list) => (list as unknown[]) ?? [])].flatMap((one) =>
      refused(one, false),
    ),
  ];
};

const anySchema = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(
      true,
      false,
      null,
      {},
      text,
      number,
      { type: 'array' },
      { type: 'object' },
      { type: 'any' },
    ),
    fc.record(
      {
        type: fc.constantFrom('object', 'array', ['object', 'null'], 'string', null),
        properties: fc.oneof(
          fc.constant(null),
          fc.dictionary(fc.string({ maxLength: 3 }), tie('schema'), { maxKeys: 3 }),
        ),
        required: fc.oneof(fc.constant(true), fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })),
        items: fc.oneof(tie('schema'), fc.array(tie('schema'), { maxLength: 2 })),
        anyOf: fc.array(tie('schema'), { maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { maxLength: 2 }),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        additionalProperties: tie('schema'),
      },
      { requiredKeys: [] },
    ),
  ),
})).schema;

test('G15: whatever schema a server writes, what is offered is refused by no provider', () => {
  fc.assert(
    fc.property(anySchema, (schema) => {
      const parameters = parametersOf(schema);
      if (parameters) expect(refused(parameters.shown)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('G15: the schema a call is checked against can be used, whatever the server wrote', () => {
  fc.assert(
    fc.property(anySchema, (schema) => {
      const parameters = parametersOf(schema);
      if (!parameters) return;
      const checked = parameters.checked ?? parameters.shown;
      expect(() => new Validator(checked, '2020-12', false).validate({ a: 1 })).not.toThrow();
    }),
  );
});

test('R11: a schema whose branches multiply by referring to itself is made plain in no time', async () => {
  const $ref = '#';
  const allOf = Array.from({ length: 50 }, () => ({ $ref }));
  const plain = () =>
    expect(shown({ type: 'object', properties: { a: text }, allOf })).toMatchObject({ properties: { a: text } });
  expect(await workOf(plain)).toBeLessThan(1_000);
});
