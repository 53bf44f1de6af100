import { describe, expect, test } from 'vitest';
import { boundSchema, isBindable } from '../../../../../../shared/gateway/providers/anthropic/schema.ts';

describe('a schema', () => {
  test('a schema keeps what the API knows and describes the rest, at every depth', () => {
    const list = { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 1, maxItems: 3 };
    const place = { oneOf: [{ $ref: '#/$defs/city', description: 'x' }, { type: 'null' }] };
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { list, place, day: { type: 'string', format: 'date' }, code: { type: 'string', format: 'iban' } },
      required: ['list'],
      $defs: { city: { type: 'object', properties: { name: { enum: ['Rome', 'Oslo'] } }, description: 'A city.' } },
    };
    expect(boundSchema(schema)).toEqual({
      type: 'object',
      properties: {
        list: {
          type: 'array',
          items: { type: 'integer', description: '{minimum: 1}' },
          minItems: 1,
          description: '{maxItems: 3}',
        },
        place: { anyOf: [{ $ref: '#/$defs/city' }, { type: 'null' }] },
        day: { type: 'string', format: 'date' },
        code: { type: 'string', description: '{format: "iban"}' },
      },
      required: ['list'],
      additionalProperties: false,
      $defs: {
        city: {
          type: 'object',
          properties: { name: { enum: ['Rome', 'Oslo'] } },
          description: 'A city.',
          additionalProperties: false,
        },
      },
    });
    expect(isBindable(schema)).toBe(true);
  });

  test('a schema may be a mere reference to its own definitions', () => {
    const schema = { $ref: '#/$defs/a', $defs: { a: { type: 'object', properties: { b: { type: 'string' } } } } };
    expect(boundSchema(schema)).toMatchObject({ $ref: '#/$defs/a', $defs: { a: { additionalProperties: false } } });
  });

  test.each([
    ['with fields of any name', { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true }],
    ['that is a map', { type: 'object', additionalProperties: { type: 'string' } }],
    ['with a map inside', { type: 'array', items: { type: 'object', patternProperties: { '^a': {} } } }],
    ['with a value of any type', { type: 'object', properties: { a: { description: 'anything' } } }],
    ['that is any object', { type: 'object' }],
    ['that defines any object', { $ref: '#/$defs/a', $defs: { a: { type: 'object' } } }],
  ])('a schema %s binds no model', (_name, schema) => {
    expect(isBindable(schema)).toBe(false);
  });

  test('a schema of an object without fields binds a model', () => {
    expect(isBindable({ type: 'object', additionalProperties: false })).toBe(true);
  });
});
