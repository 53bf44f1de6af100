import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBody, wellFormedJson } from '../../../../../shared/gateway/http/json-body.ts';

test('G12: half a character never leaves for a provider, whatever stands around it', () => {
  const unit = fc.oneof(
    fc.constantFrom('\ud83d', '\ude00', '😀', '\\', '\\ud83d', '"', 'u', 'a', '\n'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
      const content = parts.join('');
      expect(JSON.parse(jsonBody({ messages: [{ content }] }))).toEqual({
        messages: [{ content: content.toWellFormed() }],
      });
    }),
  );
});

test('G12: in JSON that a model wrote, escapes of a whole character stay and those of a half do not', () => {
  expect(wellFormedJson('{"a":"\\ud83d\\ude00","b":"\\ud83d!","c":"\\\\ud83d"}')).toBe(
    '{"a":"\\ud83d\\ude00","b":"\ufffd!","c":"\\\\ud83d"}',
  );
});
