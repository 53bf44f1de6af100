import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Naming } from '../../../../../shared/gateway/providers/naming/naming.ts';
import { callOf } from './anthropic/asking.ts';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 });

test('G15: whatever tools and arguments are called, an upstream gets names it takes, different ones, and a call comes back under its own', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('openai' as const, 'anthropic' as const),
      (tools, args, kind) => {
        const properties = Object.fromEntries(args.map((name) => [name, { type: 'string' }]));
        const offers = tools.map((name) => ({ name, description: '', parameters: { type: 'object', properties } }));
        const naming = new Naming(callOf({ tools: offers }), { kind });
        const sent = naming.call.tools ?? [];
        expect(new Set(sent.map(({ name }) => name)).size).toBe(tools.length);
        for (const [index, { name, parameters }] of sent.entries()) {
          expect(name).toMatch(/^[a-zA-Z0-9_-]{1,128}$/);
          const names = Object.keys(parameters.properties as object);
          if (kind === 'anthropic') for (const one of names) expect(one).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/);
          const given = JSON.stringify(Object.fromEntries(names.map((one) => [one, 'x'])));
          const own = naming.own({ id: 'c', name, arguments: given });
          expect(own.name).toBe(tools[index]);
          expect(new Set(Object.keys(JSON.parse(own.arguments)))).toEqual(new Set(args));
        }
      },
    ),
    { numRuns: 100 },
  );
});

const odd = {
  name: 'look',
  description: '',
  parameters: { type: 'object', properties: { 'a b': { type: 'integer' } } },
};
const named = (given: string): string =>
  new Naming(callOf({ tools: [odd] }), { kind: 'anthropic' }).own({ id: 'c', name: 'look', arguments: given })
    .arguments;

test('G15: a number beyond 2^53 beside a strange name comes back with all its digits', () => {
  const { tools } = new Naming(callOf({ tools: [odd] }), { kind: 'anthropic' }).call;
  const [sent] = Object.keys(tools?.[0]?.parameters.properties as object);
  expect(named(`{"${sent}":1,"ids":[12345678901234567890]}`)).toBe('{"a b":1,"ids":[12345678901234567890]}');
});

test('G15: arguments nested deeper than anybody reads stay as they were written', () => {
  const deep = `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(named(deep) === deep).toBe(true);
});
