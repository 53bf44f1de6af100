import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detect,
  RedactingStream,
  RestoringStream,
  redact,
  respellArguments,
  restore,
  restoreArguments,
  SessionPlaceholders,
  spellingsOf,
} from '../../../../shared/pii/index.ts';
import { ESCAPED, INTERNATIONAL, JSON_NUMBERS, ODDLY_SEPARATED, WHOLE_NUMBERS } from './cases.ts';
import { splits, units } from './texts.ts';

/* Requirements: GW3. */

const redacted = (text: string, placeholders = new SessionPlaceholders()): string => redact(text, placeholders).text;
const withoutPlaceholders = (text: string): string => text.replace(/<[A-Z_]+_\d+>/g, '');

/** Whatever way a text is cut in two, and code unit by code unit. */
const expectSameInPieces = (text: string): void => {
  const whole = redacted(text);
  const pieces = [units(text), ...units(text).map((_, at) => [text.slice(0, at), text.slice(at)])];
  for (const chunks of pieces) {
    const stream = new RedactingStream(new SessionPlaceholders());
    expect(chunks.map((chunk) => stream.push(chunk)).join('') + stream.end()).toBe(whole);
  }
};

describe('G18: numbers of JSON', () => {
  test.each(JSON_NUMBERS)('G18: %s is %s for the model, and itself again', (text, model) => {
    const placeholders = new SessionPlaceholders();
    expect(redacted(text, placeholders)).toBe(model);
    expect(() => JSON.parse(model)).not.toThrow();
    expect(restore(model, placeholders)).toBe(text);
    expect(restore(model, new SessionPlaceholders(placeholders.entries()), { into: 'json' })).toBe(text);
    expectSameInPieces(text);
    const stream = new RestoringStream(placeholders);
    expect(
      units(model)
        .map((unit) => stream.push(unit))
        .join('') + stream.end(),
    ).toBe(text);
  });

  test('G18: in a call the tool’s schema decides between a number and a string', () => {
    const placeholders = new SessionPlaceholders();
    redact('{"card": 4111111111111111} and +7 (916) 123-45-67', placeholders);
    const schema = {
      properties: { card: { type: 'string' }, phone: { type: ['integer', 'null'] }, all: { items: {} } },
    };
    const call = '{"card":"<CARD_1>","phone":"<PHONE_1>","all":["<CARD_1>","to <CARD_1>"],"big":12345678901234567890}';
    expect(restoreArguments(call, placeholders, schema)).toBe(
      '{"card":"4111111111111111","phone":79161234567,"all":[4111111111111111,"to 4111111111111111"],"big":12345678901234567890}',
    );
    expect(restoreArguments('{"card": <CARD_1>}', placeholders, schema)).toBe('{"card": 4111111111111111}');
  });

  test('G18: any JSON stays JSON, and comes back as it was', () => {
    const values = fc.oneof(
      fc.constantFrom(4111111111111111, 79161234567, -79161234567, 500100732259, 0, 1.5),
      fc.constantFrom('ann@example.org', 'tel. +1 212 736 5000 x12', 'Иван Петров', 'a\n"b"', '<EMAIL_1>', 'C:\\new'),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        values,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('card', 'phone', 'to', 'x'), tie('tree'), { maxKeys: 3 }),
      ),
    }));
    const bodies = fc.oneof(fc.array(tree, { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'tel'), tree));
    fc.assert(
      fc.property(bodies, fc.constantFrom(0, 2), fc.boolean(), (body, indent, escaped) => {
        const json = JSON.stringify(body, null, indent);
        const text = escaped
          ? json.replace(/[^\x20-\x7e\n]|@/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
        const placeholders = new SessionPlaceholders();
        const model = redacted(text, placeholders);
        expect(model).not.toMatch(/41111|9161234|5001007|ann@|ann\\u0040|Иван|\\u0418/);
        expect(JSON.parse(restore(JSON.stringify(JSON.parse(model)), placeholders, { into: 'json' }))).toEqual(body);
        const stream = new RedactingStream(new SessionPlaceholders());
        expect(
          units(text)
            .map((unit) => stream.push(unit))
            .join('') + stream.end(),
        ).toBe(model);
      }),
      { numRuns: 200 },
    );
  });
});

describe('G19: values under escapes', () => {
  test.each(ESCAPED)('G19: %s is %s', (text, model, values) => {
    const placeholders = new SessionPlaceholders();
    expect(redacted(text, placeholders)).toBe(model);
    expect(placeholders.entries().map(({ value }) => value)).toEqual(values);
    expectSameInPieces(text);
  });

  test('G19: a value has one placeholder, however it is escaped', () => {
    expect(redacted('ann@example.org ann%40example.org ann&#64;example.org "ann\\u0040example.org"')).toBe(
      '<EMAIL_1> <EMAIL_1> <EMAIL_1> "<EMAIL_1>"',
    );
  });

  test('G19: a value goes back into a query without ending it', () => {
    const placeholders = new SessionPlaceholders();
    const text = 'https://example.com/?name=John%20Smith&x=1';
    expect(restore(redacted(text, placeholders), placeholders)).toBe(text);
  });

  test('G19: texts with escapes are redacted in pieces as they are whole', () => {
    const part = fc.constantFrom(
      ...ESCAPED.map(([text]) => text),
      ...['\\', '%', '&', '\\u', '\\u00', '%D0', '%98', '%25', '&#', '&amp;', ';', '40', '0040', 'ann', '@example.org'],
      ...['\n', '"', ' ', 'the ', 'end ', '用户', '例子.公司', '+1 212 736 5000', '\\\\', 'John Smith'],
    );
    const mixed = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        mixed.chain((text) => fc.record({ text: fc.constant(text), chunks: splits(text) })),
        ({ text, chunks }) => {
          for (const pieces of [chunks, units(text)]) {
            const stream = new RedactingStream(new SessionPlaceholders());
            expect(pieces.map((chunk) => stream.push(chunk)).join('') + stream.end()).toBe(redacted(text));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('G20: placeholders as models write them', () => {
  const session = new SessionPlaceholders();
  redact('ann@example.org, John Smith and 4509 № 123456', session);
  const spellings = spellingsOf(session.entries(), ['ann@example.org']);
  const back = (text: string): string => restore(text, session, { spellings });

  test.each([
    ['<email_1>', 'ann@example.org'],
    ['< EMAIL_1 >', 'ann@example.org'],
    ['<Email 1>', 'ann@example.org'],
    ['&lt;EMAIL_1&gt;', 'ann@example.org'],
    ['&lt;name_1&gt;', 'John Smith'],
    ['%3CEMAIL_1%3E', 'ann%40example.org'],
    ['\\u003cEMAIL_1\\u003e', 'ann@example.org'],
    ['EMAIL_1', 'ann@example.org'],
    ['**EMAIL\\_1**, `EMAIL_1`', '**ann@example.org**, `ann@example.org`'],
    ['[EMAIL_1]', 'ann@example.org'],
    ['[EMAIL_1](mailto:EMAIL_1)', '[ann@example.org](mailto:ann@example.org)'],
    ['《EMAIL_1》', 'ann@example.org'],
    ['<ru_passport_1> RU_PASSPORT_1', '4509 № 123456 4509 № 123456'],
    ['NAME_1’s', 'John Smith’s'],
    [
      'MY_EMAIL_1 EMAIL_12 EMAIL_1x $EMAIL_1 email_1 e-mail 1',
      'MY_EMAIL_1 EMAIL_12 EMAIL_1x $EMAIL_1 email_1 e-mail 1',
    ],
    ['<phone_1> PHONE_1 <EMAIL_9>', '<phone_1> PHONE_1 <EMAIL_9>'],
  ])('G20: %s comes back as %s, whole and in pieces', (model, text) => {
    expect(back(model)).toBe(text);
    for (const chunks of [units(model), ...units(model).map((_, at) => [model.slice(0, at), model.slice(at)])]) {
      const stream = new RestoringStream(session, { spellings });
      expect(chunks.map((chunk) => stream.push(chunk)).join('') + stream.end()).toBe(text);
    }
  });

  test('G20: a name that stood in the texts themselves is not taken for a placeholder', () => {
    const typed = spellingsOf(session.entries(), ['const EMAIL_1 = "";', 'and <name 1>']);
    expect(restore('EMAIL_1 <email_1> [EMAIL_1] NAME_1 <EMAIL_1>', session, { spellings: typed })).toBe(
      'EMAIL_1 <email_1> [EMAIL_1] NAME_1 ann@example.org',
    );
  });

  test('G20: only what may still become a placeholder is held back', () => {
    const stream = new RestoringStream(session, { spellings });
    expect(stream.push('Everything is fine, and Even if')).toBe('Everything is fine, and Even if');
    expect(stream.push(' EMA')).toBe(' ');
    expect(stream.push('NATE')).toBe('EMANATE');
    expect(stream.push(' EMAIL_1')).toBe(' ');
    expect(stream.push(', yes')).toBe('ann@example.org, yes');
  });

  test.each([
    ['{"to":"<email_1>","n":12345678901234567890}', '{"to":"<EMAIL_1>","n":12345678901234567890}'],
    ['{"to": "\\u003cEMAIL_1\\u003e", "b": "\\u00e9"}', '{"to": "<EMAIL_1>", "b": "\\u00e9"}'],
    ['{"EMAIL_1":["%3CEMAIL_1%3E","&lt;name_1&gt;\\n"]}', '{"<EMAIL_1>":["<EMAIL_1>","<NAME_1>\\n"]}'],
    ['{"a":"PHONE_1 <EMAIL_9>"}', '{"a":"PHONE_1 <EMAIL_9>"}'],
    ['to [EMAIL_1]', 'to <EMAIL_1>'],
  ])('G20: in arguments whose values come later, %s becomes %s', (model, given) => {
    expect(respellArguments(model, session, spellings!)).toBe(given);
  });

  test('G20: in arguments whose values come later, a name from the texts is not taken for a placeholder', () => {
    const typed = spellingsOf(session.entries(), ['const EMAIL_1 = "";'])!;
    expect(respellArguments('{"a":"EMAIL_1 name_1 NAME_1"}', session, typed)).toBe('{"a":"EMAIL_1 name_1 <NAME_1>"}');
  });

  test('G20: a session without values has no spellings', () => {
    expect(spellingsOf([], ['EMAIL_1'])).toBeUndefined();
  });

  test('G20: texts of spellings and their parts are restored in pieces as they are whole', () => {
    const part = fc.constantFrom(
      ...['<', '>', '&lt;', '&gt;', '%3C', '%3E', '[', ']', '(', '\\', '_', '_1', '1', ' ', 'x', '"', ': ', '?a='],
      ...['EMAIL', 'email', 'EMAIL_1', '<EMAIL_1>', 'NAME_1', 'RU_PASSPORT', 'RU', 'é', '😀', '\\u003c', '\\u003e'],
    );
    const mixed = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        mixed.chain((text) => fc.record({ text: fc.constant(text), chunks: splits(text) })),
        ({ text, chunks }) => {
          for (const pieces of [chunks, units(text)]) {
            const stream = new RestoringStream(session, { spellings });
            expect(pieces.map((chunk) => stream.push(chunk)).join('') + stream.end()).toBe(back(text));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('G21: numbers whole', () => {
  test.each([...WHOLE_NUMBERS, ...ODDLY_SEPARATED])('G21: no digit of %s is left', (text) => {
    expect(detect(text)).not.toEqual([]);
    expect(withoutPlaceholders(redacted(text))).not.toMatch(/\p{N}/u);
    expectSameInPieces(text);
  });

  test('G21: of a number that is found no digit is left, whatever its prefix, separators and extension', () => {
    const separator = fc.constantFrom(' ', '-', '.', '\u00A0', '\u2011', '\u2012', ' - ', '/');
    const countries = fc.constantFrom(
      ...(['44 20 7946 0958', '49 30 12345678', '1 212 736 5000', '7 495 123 45 67', '33 1 42 68 53 00'] as const),
      ...(['380 44 123 45 67', '86 138 1234 5678', '55 11 91234 5678', '61 2 9876 5432'] as const),
    );
    const written = fc
      .record({
        country: countries,
        separator,
        prefix: fc.constantFrom('+', '00', '011', '+ ', '(+', '00 ', '011-', '0011 '),
        extension: fc.constantFrom(
          '',
          ' ext. 12',
          ' x12',
          ', доб. 123',
          ' #7',
          ' (ext 45)',
          ';ext=9',
          ' Durchwahl -12',
        ),
        wide: fc.boolean(),
      })
      .map(({ country, separator: between, prefix, extension, wide }) => {
        const [code, ...groups] = country.split(' ');
        const number = `${prefix}${code}${prefix === '(+' ? ')' : ''}${between}${groups.join(between)}${extension}`;
        return wide ? number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : number;
      });
    const around = fc.constantFrom(
      ['', ''],
      ['Call ', '.'],
      ['phone: ', ', please'],
      ['(', ')'],
      ['"', '"'],
      ['тел. ', '\n'],
    );
    const numbers = fc.array(written, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(numbers, around, fc.constantFrom(', ', ' ', ' or ', '; ', '\n'), (all, [left, right], glue) => {
        const text = `${left}${all.join(glue)}${right}`;
        expect(withoutPlaceholders(redacted(text))).not.toMatch(/\p{N}/u);
        const stream = new RedactingStream(new SessionPlaceholders());
        expect(
          units(text)
            .map((unit) => stream.push(unit))
            .join('') + stream.end(),
        ).toBe(redacted(text));
      }),
      { numRuns: 400 },
    );
  });

  test('G21: of any value that is found no part is left under any escape', () => {
    const values = ['ann.miller@example.org', '4111 1111 1111 1111', '+1 212 736 5000', 'John Smith', '123-45-6789'];
    const escapes: Array<(text: string) => string> = [
      (text) => text,
      (text) => text.replace(/[^a-zA-Z0-9]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
      (text) => text.replace(/./g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
      encodeURIComponent,
      (text) => encodeURIComponent(encodeURIComponent(text)),
      (text) => text.replace(/[^a-zA-Z0-9]/g, (one) => `&#${one.charCodeAt(0)};`),
      (text) => text.replace(/./g, (one) => `&#x${one.charCodeAt(0).toString(16)};`),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...escapes), (value, write) => {
        for (const around of ['"x": "', 'a=', '<td>', ' ', '\n']) {
          const placeholders = new SessionPlaceholders();
          expect(withoutPlaceholders(redacted(`${around}${write(value)}`, placeholders))).toBe(around);
          expect(placeholders.entries()[0]?.value).toBe(value);
        }
      }),
    );
  });
});

describe('G22: addresses at international domains', () => {
  test.each(INTERNATIONAL)('G22: %s is %s', (text, model) => {
    expect(redacted(text)).toBe(model);
    expectSameInPieces(text);
  });
});
