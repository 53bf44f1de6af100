import { app, type Kind, titled } from './kind.ts';

export const page: Kind = {
  id: 'page',
  name: 'a page for any other wish',
  words: /(?:)/,
  template: 'front-end',
  title: 'A place for it',
  summary: 'A page that shows the wish, and on which a person notes what it should do first.',
  features: [
    {
      name: 'The wish',
      behaviour: 'The page shows the wish in the person’s own words, says that it does not do it yet, and keeps ideas.',
      acceptance: ['The wish is shown as text.', 'Ideas stand in their order.'],
    },
  ],
  outOfScope: ['What was wished for: the offline model cannot write it.'],
  parts: [
    { id: 'wish', title: 'The wish', files: [{ path: 'src/wish.js', purpose: 'The wish, in the person’s own words' }] },
    titled,
    { id: 'page', title: 'The page', after: ['wish'], files: app('The page: the wish, and ideas about it') },
  ],
  fulfils: false,
};
