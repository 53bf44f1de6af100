import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detect,
  normalForm,
  type Placeholders,
  redact,
  restore,
  restoreValue,
  SessionPlaceholders,
} from '../../../../shared/pii/index.ts';
import { texts } from './texts.ts';

/* Requirements: GW3. */

/** Keeps every spelling apart, so that restoring gives the text to the letter. */
class ExactPlaceholders implements Placeholders {
  readonly #values: string[] = [];
  placeholderFor(type: string, value: string): string {
    const known = this.#values.indexOf(value);
    return `<${type}_${known >= 0 ? known + 1 : this.#values.push(value)}>`;
  }
  valueOf(placeholder: string): string | undefined {
    return this.#values[Number(/_(\d+)>$/.exec(placeholder)![1]) - 1];
  }
}

describe('redacting and restoring', () => {
  test('redacting and restoring gives back every text, also with typed placeholders in it', () => {
    fc.assert(
      fc.property(texts(), (text) => {
        const placeholders = new ExactPlaceholders();
        expect(restore(redact(text, placeholders).text, placeholders)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('restoring gives back each value in the spelling it had first', () => {
    const placeholders = new SessionPlaceholders();
    const { text } = redact('Jane.Roe@corp.com or jane.roe@CORP.com', placeholders);
    expect(text).toBe('<EMAIL_1> or <EMAIL_1>');
    expect(restore(text, placeholders)).toBe('Jane.Roe@corp.com or Jane.Roe@corp.com');
  });

  test('redacting leaves no detected value behind', () => {
    fc.assert(
      fc.property(texts(6), (text) => {
        const placeholders = new SessionPlaceholders();
        const { text: redacted, spans } = redact(text, placeholders);
        let rest = redacted;
        for (const { placeholder } of placeholders.entries()) rest = rest.replaceAll(placeholder, '');
        const found = spans.map(({ value }) => value);
        expect(found.every((value, index) => value === text.slice(spans[index]!.start, spans[index]!.end))).toBe(true);
        expect(rest.length).toBeLessThanOrEqual(text.length - found.join('').length);
      }),
      { numRuns: 200 },
    );
  });

  test('redacting a conversation again finds the same placeholders', () => {
    fc.assert(
      fc.property(texts(), (text) => {
        const placeholders = new SessionPlaceholders();
        const first = redact(text, placeholders).text;
        const known = placeholders.entries().length;
        expect(redact(text, placeholders).text).toBe(first);
        expect(placeholders.entries()).toHaveLength(known);
      }),
      { numRuns: 100 },
    );
  });

  test('redacting finds nothing in a text made of placeholders', () => {
    const placeholders = new SessionPlaceholders();
    const { text } = redact(
      'Jane Roe, jane.roe@corp.com, +1 212 555 0187, card 4111111111111111, ул. Ленина, д. 5',
      placeholders,
    );
    expect(text).toBe('<NAME_1>, <EMAIL_1>, <PHONE_1>, card <CARD_1>, <ADDRESS_1>');
    expect(detect(text)).toEqual([]);
  });
});

describe('a placeholder that a user typed', () => {
  test('a typed placeholder is text: it reaches the model under another name and comes back as typed', () => {
    const placeholders = new SessionPlaceholders();
    redact('alice@example.com', placeholders);
    const { text } = redact('what does <EMAIL_1> mean?', placeholders);
    expect(text).toBe('what does <LITERAL_1> mean?');
    expect(restore(text, placeholders)).toBe('what does <EMAIL_1> mean?');
  });

  test('a typed placeholder of a literal is text too', () => {
    const placeholders = new SessionPlaceholders();
    const { text } = redact('<LITERAL_1> and <LITERAL_2>', placeholders);
    expect(text).toBe('<LITERAL_1> and <LITERAL_2>');
    expect(restore(text, placeholders)).toBe('<LITERAL_1> and <LITERAL_2>');
    expect(redact('<LITERAL_2>', placeholders).text).toBe('<LITERAL_2>');
    expect(redact('<LITERAL_3>', placeholders).text).toBe('<LITERAL_3>');
    expect(redact('<EMAIL_7>', placeholders).text).toBe('<LITERAL_4>');
  });

  test('a placeholder that a model invents stays unchanged', () => {
    expect(restore('<EMAIL_9> and <email_1>', new SessionPlaceholders())).toBe('<EMAIL_9> and <email_1>');
  });
});

describe('placeholders of a session', () => {
  test('placeholders of a session are the same for every spelling of a value', () => {
    const placeholders = new SessionPlaceholders();
    expect(placeholders.placeholderFor('PHONE', '+7 (912) 345-67-89')).toBe('<PHONE_1>');
    expect(placeholders.placeholderFor('PHONE', '8 912 345 67 89')).toBe('<PHONE_1>');
    expect(placeholders.placeholderFor('CARD', '4111 1111 1111 1111')).toBe('<CARD_1>');
    expect(placeholders.placeholderFor('CARD', '４１１１-1111-1111-1111')).toBe('<CARD_1>');
    expect(placeholders.placeholderFor('IBAN', 'de89 3704 0044 0532 0130 00')).toBe('<IBAN_1>');
    expect(placeholders.placeholderFor('IBAN', 'DE89370400440532013000')).toBe('<IBAN_1>');
    expect(placeholders.placeholderFor('PHONE', '+1 212 555 0187')).toBe('<PHONE_2>');
    expect(normalForm('EMAIL', 'Jane [at] Example [dot] com')).toBe('jane@example.com');
  });

  test('placeholders of a session continue where the kept ones ended', () => {
    const before = new SessionPlaceholders();
    redact('alice@example.com and bob@example.com', before);
    const after = new SessionPlaceholders(before.entries());
    expect(redact('bob@example.com and carol@example.com', after).text).toBe('<EMAIL_2> and <EMAIL_3>');
  });
});

describe('arguments of a tool call', () => {
  test('tool arguments get the values in all strings and names', () => {
    const placeholders = new SessionPlaceholders();
    redact('alice@example.com', placeholders);
    expect(restoreValue({ to: ['<EMAIL_1>'], '<EMAIL_1>': { n: 1, none: null } }, placeholders)).toEqual({
      to: ['alice@example.com'],
      'alice@example.com': { n: 1, none: null },
    });
  });

  test('tool arguments stay JSON when they are restored as text', () => {
    const placeholders = new SessionPlaceholders();
    const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----';
    redact(key, placeholders);
    expect(JSON.parse(restore('{"key":"<PEM_1>"}', placeholders, { into: 'json' }))).toEqual({ key });
  });
});
