import { describe, expect, test } from 'vitest';
import { type BuiltInType, detect, STRUCTURED_TYPES } from '../../../../shared/pii/index.ts';
import { FOUND } from './found.ts';
import { NOT_FOUND } from './not-found.ts';

const cases = Object.entries(FOUND).flatMap(([type, rows]) =>
  rows.map(([text, value]) => [type, text, value] as const),
);

describe('detect', () => {
  test.each(cases)('detection finds one %s in %j', (type, text, value) => {
    const start = text.indexOf(value);
    expect(detect(text).map(({ score, ...span }) => span)).toEqual([{ type, start, end: start + value.length, value }]);
  });

  test.each(NOT_FOUND)('detection finds nothing in %j', (text) => {
    expect(detect(text)).toEqual([]);
  });

  test('detection looks only for the requested types', () => {
    const text = 'Jane Roe, jane.roe@corp.com, card 4111111111111111';
    const types = (wanted: BuiltInType[]): string[] => detect(text, { types: wanted }).map(({ type }) => type);
    expect(types(['EMAIL'])).toEqual(['EMAIL']);
    expect(types(['NAME', 'CARD'])).toEqual(['NAME', 'CARD']);
    expect(types([])).toEqual([]);
    expect(types([...STRUCTURED_TYPES])).toEqual(['EMAIL', 'CARD']);
  });

  test('detection counts offsets in UTF-16 code units of the original text', () => {
    const text = '😀 c\u200Bard ４１１１\u200B1111 1111 1111 and jane@corp.com';
    const [card, email] = detect(text);
    expect(text.slice(card!.start, card!.end)).toBe('４１１１\u200B1111 1111 1111');
    expect(email).toMatchObject({
      type: 'EMAIL',
      value: 'jane@corp.com',
      start: text.indexOf('jane'),
      end: text.length,
    });
  });

  test('detection finds a private key whole, truncated and with escaped line breaks', () => {
    const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
    const whole = `-----BEGIN PRIVATE KEY-----\n${line}\n${line}\nqg==\n-----END PRIVATE KEY-----`;
    for (const key of [whole, whole.replaceAll('\n', '\\n'), whole.replace(/\n-----END.*/, '')]) {
      expect(detect(`key: ${key} and so on`)).toMatchObject([{ type: 'PEM', value: key }]);
    }
    expect(detect(whole.replaceAll('PRIVATE', 'PUBLIC'))).toEqual([]);
  });

  test('detection does not take a number whose check digit is wrong', () => {
    for (const text of [
      'card 4111111111111112',
      'IBAN DE89370400440532013001',
      'ИНН 7707083894',
      'СНИЛС 112-233-445 96',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdr',
    ]) {
      expect(detect(text)).toEqual([]);
    }
  });

  test('detection takes the address whole when it contains a key or a mail address', () => {
    expect(detect('postgres://bob:sk-proj-Zx81kLmQ02rtYvWb7s@db.example.com/x')).toMatchObject([
      { type: 'URL_CREDENTIALS', start: 0, end: 58 },
    ]);
  });
});
