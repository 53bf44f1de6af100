import { describe, expect, test } from 'vitest';
import { misfitsOf } from '../../../../../shared/core/json/schema.ts';
import { workOf } from '../../../../support/pace.ts';

const problemsOf = (...check: Parameters<typeof misfitsOf>): string[] =>
  misfitsOf(...check).map(({ location, message }) => `${location} ${message}`);

const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'object',
  properties,
  ...more,
});

describe('a value against the schema of a stranger', () => {
  test('arguments that fit the schema have no problems', () => {
    expect(problemsOf(object({ a: { type: 'integer', minimum: 1 } }, { required: ['a'] }), { a: 1 })).toEqual([]);
  });

  test.each([
    ['a missing one', {}, /"?a"?/],
    ['one of the wrong type', { a: 'one' }, /#\/a/],
    ['one too many', { a: 1, b: 2 }, /#\/b|"b"/],
    ['no object at all', 'text', /object/],
    ['nothing', undefined, /./],
    ['null', null, /object/],
  ])('%s is reported in a sentence', (_what, args, sentence) => {
    const schema = object({ a: { type: 'integer' } }, { required: ['a'], additionalProperties: false });
    expect(problemsOf(schema, args).join('\n')).toMatch(sentence);
  });

  test('arguments are judged by the older drafts that servers still send', () => {
    const schema = {
      ...object({ a: { type: 'array', items: [{ type: 'string' }], additionalItems: false } }),
      $schema: 'http://json-schema.org/draft-07/schema#',
    };
    expect(problemsOf(schema, { a: ['x'] })).toEqual([]);
    expect(problemsOf(schema, { a: ['x', 'y'] })).not.toEqual([]);
  });

  test('a pattern that runs away never takes long', async () => {
    const schema = object({ a: { type: 'string', pattern: '^(a+)+$' } });
    const checked = () => expect(problemsOf(schema, { a: `${'a'.repeat(40)}!` }).join('')).toMatch(/cannot be checked/);
    expect(await workOf(checked)).toBeLessThan(5_000);
  });

  test('references that multiply never take long', () => {
    const $defs: Record<string, unknown> = { d0: { type: 'object' } };
    for (let level = 1; level <= 40; level += 1) {
      const inner = { $ref: `#/$defs/d${level - 1}` };
      $defs[`d${level}`] = { allOf: [inner, inner] };
    }
    expect(problemsOf({ type: 'object', $defs, allOf: [{ $ref: '#/$defs/d40' }] }, {}).join('')).toMatch(
      /cannot be checked/,
    );
  });

  test.each([
    ['a reference to itself', { type: 'object', allOf: [{ $ref: '#' }] }],
    ['a reference to nowhere', object({ a: { $ref: '#/$defs/none' } })],
    ['a reference to another server', object({ a: { $ref: 'https://example.com/schema.json' } })],
    ['a pattern that is none', object({ a: { type: 'string', pattern: '(' } })],
  ])('%s is a problem, not a crash', (_what, schema) => {
    expect(problemsOf(schema, { a: 'x' }).join('')).toMatch(/cannot be checked/);
  });
});
