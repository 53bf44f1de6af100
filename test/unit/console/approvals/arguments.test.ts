import { describe, expect, test } from 'vitest';
import { parseExact } from '../../../../console/src/api/exact.ts';
import { blankOf, readEdited, textOf } from '../../../../console/src/screens/approvals/arguments/edited.ts';
import { schemaFaults } from '../../../../console/src/screens/approvals/arguments/schema-faults.ts';

/* Requirements: WEB1. */

const schema = {
  type: 'object',
  properties: {
    path: { type: 'string', minLength: 1, maxLength: 10 },
    count: { type: 'integer', minimum: 1, maximum: 5 },
    mode: { enum: ['add', 'replace'] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    at: { type: ['string', 'null'] },
  },
  required: ['path'],
  additionalProperties: false,
};

const codesOf = (value: unknown): string[] => schemaFaults(schema, value).map(({ path, code }) => `${path}:${code}`);

describe('the plain mistakes in edited arguments', () => {
  test.each<[unknown, string[]]>([
    [{ path: 'a', count: 2, mode: 'add', tags: ['x'], at: null }, []],
    [{}, [':missing']],
    [{ path: 7 }, ['path:type']],
    [{ path: '' }, ['path:tooShort']],
    [{ path: 'x'.repeat(11) }, ['path:tooLong']],
    [{ path: 'a', count: 1.5 }, ['count:type']],
    [{ path: 'a', count: 0 }, ['count:tooSmall']],
    [{ path: 'a', count: 6 }, ['count:tooLarge']],
    [{ path: 'a', mode: 'drop' }, ['mode:notListed']],
    [{ path: 'a', tags: ['x', 3] }, ['tags.1:type']],
    [{ path: 'a', tags: ['x', 'y', 'z'] }, ['tags:tooMany']],
    [{ path: 'a', more: 1 }, [':unknownField']],
    [{ path: 'a', at: 3 }, ['at:type']],
  ])('%j: %j', (value, faults) => {
    expect(codesOf(value)).toEqual(faults);
  });

  test('a schema that is none, or calls itself, is left to the service', () => {
    const itself: Record<string, unknown> = { type: 'object' };
    itself.properties = { again: itself };
    let deep: Record<string, unknown> = {};
    for (let level = 0; level < 100; level += 1) deep = { again: deep };
    expect(schemaFaults(itself, deep)).toEqual([]);
    expect(schemaFaults('no schema', { a: 1 })).toEqual([]);
    expect(schemaFaults({ type: 'object', required: [7], properties: 3 }, { a: 1 })).toEqual([]);
  });
});

describe('numbers in arguments', () => {
  const written = '{"id":12345678901234567890,"price":1.0,"far":1e300}';

  test('are shown, and sent, as they were spelled', () => {
    const before = parseExact(written);
    expect(textOf(before)).toContain('12345678901234567890');
    const edited = readEdited(textOf(before).replace('1.0', '2.50'), before, {});
    expect(edited.ok && JSON.stringify({ arguments: edited.value })).toBe(
      '{"arguments":{"id":12345678901234567890,"price":2.50,"far":1e300}}',
    );
  });

  test('that are not touched are no change, and one more digit is', () => {
    const before = parseExact(written);
    expect(readEdited(textOf(before), before, {})).toMatchObject({ ok: true, isChanged: false });
    const typed = textOf(before).replace('12345678901234567890', '12345678901234567891');
    expect(readEdited(typed, before, {})).toMatchObject({ ok: true, isChanged: true });
  });

  test('are checked by the schema as numbers', () => {
    const faults = schemaFaults({ properties: { id: { type: 'number', maximum: 9 } } }, JSON.parse(written));
    expect(faults.map(({ code }) => code)).toEqual(['tooLarge']);
    const edited = readEdited(written, {}, { properties: { id: { type: 'number', maximum: 9 } } });
    expect(edited.ok && edited.faults.map(({ code }) => code)).toEqual(['tooLarge']);
  });
});

describe('what a person types', () => {
  test('that is no JSON, or no object, is not sent', () => {
    expect(readEdited('{"a":', {}, {})).toMatchObject({ ok: false, problem: 'syntax' });
    expect(readEdited('[1]', {}, {})).toMatchObject({ ok: false, problem: 'object' });
    expect(readEdited('12345678901234567890', {}, {})).toMatchObject({ ok: false, problem: 'object' });
  });

  test('an answer with a form begins with what it requires', () => {
    expect(blankOf(schema)).toEqual({ path: '' });
    expect(blankOf(undefined)).toEqual({});
  });
});
