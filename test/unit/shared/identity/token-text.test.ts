import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unauthorized } from '../../../../shared/core/errors.ts';
import { readPlainly } from '../../../../shared/identity/token-text.ts';

/* Requirements: ID10. */

const encoded = (text: string): string => Buffer.from(text).toString('base64url');
const signature = encoded('signature');

describe('the text of a token', () => {
  test('the text of an access token names its key', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string()), (kid, claims) => {
        const token = `${encoded(JSON.stringify({ kid }))}.${encoded(JSON.stringify(claims))}.${signature}`;
        expect(readPlainly(token)).toEqual({ kid });
      }),
    );
  });

  test('any other text is refused as an access token, and never breaks anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readPlainly(text)).toThrow(Unauthorized);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (header, claims) => {
        expect(() => readPlainly(`${encoded(header)}.${encoded(claims)}.${signature}`)).toThrow(Unauthorized);
      }),
    );
  });

  test('an access token with any duplicate name is refused, wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), fc.string(), (name, one, two) => {
        const twice = `{"kid":"k",${JSON.stringify(name)}:${JSON.stringify(one)},${JSON.stringify(name)}:${JSON.stringify(two)}}`;
        for (const [header, claims] of [
          [twice, '{"a":1}'],
          ['{"kid":"k"}', twice],
          ['{"kid":"k"}', `{"a":${twice}}`],
        ]) {
          const token = `${encoded(header ?? '')}.${encoded(claims ?? '')}.${signature}`;
          expect(() => readPlainly(token)).toThrow(Unauthorized);
        }
      }),
    );
  });
});
