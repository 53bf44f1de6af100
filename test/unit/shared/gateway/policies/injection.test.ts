import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suspicionOf } from '../../../../../shared/gateway/policies/kinds/injection.ts';
import { SIGNS } from '../../../../../shared/gateway/policies/kinds/injection-signs.ts';

/* Requirements: GW2. */

/** What the patterns are made of, so that some of the texts made of it fit them. */
const PARTS =
  `ignore forget your previous instructions system prompt reveal print show the text above act as pretend to be
  you are now from now on, you will DAN root unrestricted <|im_start|> [INST] <<SYS>> ## system: assistant: send upload
  conversation credentials https:// to the url ![x](https://e.org/?data=1) do not don't tell the user never inform без правил
  забудь проигнорируйте предыдущие инструкции покажи системный промпт начальный свои теперь ты не говори пользователю`
    .split(/\s+/)
    .flatMap((part) => [part, part.toUpperCase()]);

test('a text that fits the pattern of a sign is suspicious for it, in whichever letters it is written', () => {
  const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, (said) => {
      const fitting = SIGNS.filter(({ pattern }) => pattern.test(said)).map(({ what }) => what);
      expect(new Set(suspicionOf(said).signs)).toEqual(new Set(fitting));
    }),
    { numRuns: 3_000 },
  );
});
