import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ARGUMENTS_BYTES, MAX_CALLS, ToolCalls } from '../../../../../shared/gateway/providers/tool-calls.ts';

const together = (...chunks: unknown[]) => {
  const calls = new ToolCalls();
  for (const chunk of chunks) calls.add(chunk);
  return calls.whole();
};
const piece = (index: number, given: string) => ({ index, function: { arguments: given } });
const whole = (name: string, given: string, more: object = {}) => ({ ...more, function: { name, arguments: given } });

test('the arguments of several calls come out whole and in order however they are divided and mixed', () => {
  // Empty arguments, `null` and JSON within a string are read as what they stand for; text that begins a list is left as it is.
  const written = fc.string({ unit: 'grapheme' }).map((text) => `[${text}`);
  const call = fc.record({ name: fc.stringMatching(/^[a-z_]{1,12}$/), arguments: written });
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(1_000), (wanted, size, turn) => {
      const queues = wanted.map(({ name, arguments: given }, index) => {
        const pieces: unknown[] = [{ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }];
        const step = 1 + (size % 5);
        for (let at = 0; at < given.length; at += step) pieces.push(piece(index, given.slice(at, at + step)));
        return pieces;
      });
      const chunks = queues.map((queue) => queue.shift());
      for (let at = turn; queues.some(({ length }) => length > 0); at += 1) {
        const next = queues[at % queues.length]?.shift();
        if (next) chunks.push(next);
      }
      expect(together(...chunks.map((chunk) => [chunk]))).toEqual(
        wanted.map((one, index) => ({ id: `call_${index}`, name: one.name, arguments: one.arguments })),
      );
    }),
  );
});

describe('calls that come whole in one chunk', () => {
  test.each([
    ['without an index', {}, {}],
    ['with index 0 for each', { index: 0 }, { index: 0 }],
    ['with an index each', { index: 0 }, { index: 1 }],
  ])('calls in one chunk %s are separated by their ids', (_name, first, second) => {
    const calls = together([
      whole('look', '{"a":1}', { ...first, id: 'x' }),
      whole('look', '{"a":2}', { ...second, id: 'y' }),
    ]);
    expect(calls).toEqual([
      { id: 'x', name: 'look', arguments: '{"a":1}' },
      { id: 'y', name: 'look', arguments: '{"a":2}' },
    ]);
  });

  test('calls in one chunk without index and id are separated by their names, and get ids', () => {
    const calls = together([whole('look', '{}')], [whole('find', '{}')]);
    expect(calls.map(({ name }) => name)).toEqual(['look', 'find']);
    expect(calls.every(({ id }) => /^call_.{36}$/.test(id))).toBe(true);
    expect(calls[0]?.id).not.toBe(calls[1]?.id);
  });
});

test('a call that repeats its id and name in each piece is one call', () => {
  const repeated = (given: string) => [whole('look', given, { index: 0, id: 'x' })];
  expect(together(repeated('{"a"'), repeated(':1}'))).toEqual([{ id: 'x', name: 'look', arguments: '{"a":1}' }]);
});

test('two calls never share an id', () => {
  const calls = together([whole('look', '{}', { index: 0, id: 'x' }), whole('find', '{}', { index: 1, id: 'x' })]);
  expect(calls[0]?.id).toBe('x');
  expect(calls[1]?.id).not.toBe('x');
});

test('a call without arguments has an empty object', () => {
  expect(together([{ index: 0, id: 'x', function: { name: 'now' } }])).toEqual([
    { id: 'x', name: 'now', arguments: '{}' },
  ]);
});

test.each([
  ['a call without a name', [whole('', '{}', { index: 0, id: 'x' })]],
  ['a name of a page', [whole('x'.repeat(257), '{}', { index: 0 })]],
  ['no list', 7],
  ['an empty call', { index: 0 }],
])('%s is malformed', (_name, chunk) => {
  expect(() => together(chunk)).toThrow(expect.objectContaining({ reason: 'malformed' }));
});

test('arguments up to the limit pass, one byte more is too long', () => {
  const start = [whole('write', '', { index: 0, id: 'x' })];
  const most = 'x'.repeat(MAX_ARGUMENTS_BYTES);
  expect(together(start, [piece(0, most)])[0]?.arguments).toBe(most);
  expect(() => together(start, [piece(0, most)], [piece(0, 'x')])).toThrow(
    expect.objectContaining({ reason: 'too_long' }),
  );
});

test('more calls than the limit are too long', () => {
  const calls = (count: number) => Array.from({ length: count }, (_, index) => whole('look', '{}', { index }));
  expect(together(calls(MAX_CALLS))).toHaveLength(MAX_CALLS);
  expect(() => together(calls(MAX_CALLS + 1))).toThrow(expect.objectContaining({ reason: 'too_long' }));
});

describe('G10: calls that a server does not tell apart by index and id', () => {
  const wholeObject = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(fc.string(), fc.nat()), { maxKeys: 3 });
  const wanted = fc.array(fc.record({ name: fc.constantFrom('look', 'find'), value: wholeObject }), {
    minLength: 1,
    maxLength: 6,
  });

  test('whole calls are the same calls whether their index is 0, theirs or missing, with ids and without', () => {
    const indexes = fc.constantFrom('zero', 'own', 'none');
    fc.assert(
      fc.property(wanted, indexes, fc.boolean(), fc.boolean(), (calls, index, hasIds, inOneChunk) => {
        const pieces = calls.map(({ name, value }, position) => ({
          ...(index !== 'none' && { index: index === 'zero' ? 0 : position }),
          ...(hasIds && { id: `call_${position}` }),
          function: { name, arguments: JSON.stringify(value) },
        }));
        const chunks = inOneChunk ? [pieces] : pieces.map((one) => [one]);
        expect(together(...chunks).map(({ name, arguments: given }) => [name, given])).toEqual(
          calls.map(({ name, value }) => [name, JSON.stringify(value)]),
        );
      }),
    );
  });

  test('a piece with neither name nor id continues the call before it', () => {
    const first = whole('look', '{"a"', { index: 0 });
    expect(together([first], [piece(0, ':1}')], [whole('look', '{"a":2}', { index: 0 })])).toMatchObject([
      { arguments: '{"a":1}' },
      { arguments: '{"a":2}' },
    ]);
  });

  test('a last piece that repeats name and id and has no arguments is not another call', () => {
    const repeated = (given: string) => [whole('look', given, { index: 0, id: 'x' })];
    expect(together(repeated('{}'), repeated(''))).toHaveLength(1);
  });

  test('calls come out in the order of their indexes', () => {
    const calls = together([whole('find', '{}', { index: 1, id: 'y' }), whole('look', '{}', { index: 0, id: 'x' })]);
    expect(calls.map(({ id }) => id)).toEqual(['x', 'y']);
  });
});

test.each([
  ['an object', { at: 'map' }, '{"at":"map"}'],
  ['nothing', null, '{}'],
  ['an empty text', ' ', '{}'],
  ['the text null', 'null', '{}'],
  ['JSON within JSON', '"{\\"at\\":\\"map\\"}"', '{"at":"map"}'],
  ['a text that is not JSON', '{"at": map}', '{"at": map}'],
  ['a text in quotes', '"map"', '"map"'],
])('G10: arguments that are %s are read', (_name, given, expected) => {
  expect(together([{ index: 0, id: 'x', function: { name: 'look', arguments: given } }])).toEqual([
    { id: 'x', name: 'look', arguments: expected },
  ]);
});

test('G4: of calls that were cut, those are finished whose arguments are', () => {
  const calls = new ToolCalls();
  calls.add([
    whole('now', '', { index: 0 }),
    whole('look', '{"a":1}', { index: 1 }),
    whole('look', '{"a', { index: 2 }),
  ]);
  expect(calls.finished().map(({ name, arguments: given }) => [name, given])).toEqual([
    ['now', '{}'],
    ['look', '{"a":1}'],
  ]);
  calls.add([whole('now', '', { index: 3 })]);
  expect(calls.finished()).toHaveLength(2);
});
