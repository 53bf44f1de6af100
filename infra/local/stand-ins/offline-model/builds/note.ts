import type { Kind } from './kinds/kind.ts';

/** Where wishes are kept that no rule can fulfil in a project that has its program already. */
export const WISHES = 'WISHES.md';

/** The project goes on as it is, and the wish is noted. */
export const note: Kind = {
  id: 'note',
  name: 'a note of the wish',
  words: /(?!)/,
  template: 'front-end',
  title: 'A note of the wish',
  summary: `The program stays as it is; the wish is noted in ${WISHES}.`,
  features: [
    {
      name: 'The note',
      behaviour: `${WISHES} has a line for each wish that was not fulfilled.`,
      acceptance: ['The tests pass as before.'],
    },
  ],
  outOfScope: ['What was wished for: the offline model has no rule for a change of what is there.'],
  parts: [{ id: 'note', title: 'The wish is noted', files: [{ path: WISHES, purpose: 'Wishes that are still open' }] }],
  fulfils: false,
};

/** The note with one more wish. */
export const noted = (before: string | undefined, wish: string): string =>
  `${before?.trimEnd() ?? '# Wishes that are still open\n'}\n- ${wish}\n`;
