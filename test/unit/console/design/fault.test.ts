import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';
import { preferLanguage } from '../../../../console/src/app/preferences/preferences.ts';
import { faultInWords } from '../../../../console/src/design/form/fault.ts';
import { loadTexts } from '../../../../console/src/texts/index.ts';
import { fieldErrorsIn } from '../../../../functions/routing/field-errors.ts';

/* Requirements: WEB1. */

const input = z.strictObject({
  password: z.string().min(10),
  name: z.string().max(3),
  tasks: z.number().min(1),
  cost: z.number().max(0.5),
  tags: z.array(z.string()).max(2),
  risk: z.enum(['low', 'high']),
  email: z.email('Must be an e-mail address.'),
});
const wrong = { password: 'short', name: 'long', tasks: 0, cost: 1, tags: ['a', 'b', 'c'], risk: 'no', email: '@' };

/** What the API would answer of it, as the page says it. */
const said = (): string[] => fieldErrorsIn(input.safeParse(wrong)).map(({ message }) => faultInWords(message));

beforeEach(() => preferLanguage('en'));

test('what checks say by themselves is said in words of the page, and what a rule says stays as it is', () => {
  expect(said()).toEqual([
    'It has to have at least 10 characters.',
    'It may have at most 3 characters.',
    'It has to be at least 1.',
    'It may be at most 0.5.',
    'It may have at most 2 items.',
    'It has to be one of "low", "high".',
    'Must be an e-mail address.',
  ]);
});

test('and in the language of the person', async () => {
  onTestFinished(() => preferLanguage('en'));
  preferLanguage('ru');
  loadTexts();
  await vi.waitFor(() => expect(said()[0]).toBe('Нужно не меньше 10 знаков.'));
});
