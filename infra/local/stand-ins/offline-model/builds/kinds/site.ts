import type { Kind } from './kind.ts';

export const site: Kind = {
  id: 'site',
  name: 'a site of several pages',
  words: /\b(?:web ?sites?|sites?|blogs?|portfolios?|home ?pages?|landing pages?)\b|сайт|блог/i,
  template: 'static-site',
  title: 'Site',
  summary: 'A small site with a menu, in which the wish has its place.',
  features: [
    {
      name: 'Pages',
      behaviour: 'Pages in one layout, with a menu; the first one shows the wish, another what is missing.',
      acceptance: ['Every link leads somewhere.', 'The menu marks the page one is on.'],
    },
  ],
  outOfScope: ['The words of the pages: the offline model has none of its own.'],
  parts: [
    {
      id: 'first',
      title: 'The first page',
      files: [
        { path: 'pages/index.html', purpose: 'The first page, with the wish' },
        { path: 'pages/next.html', purpose: 'What is missing' },
      ],
    },
  ],
  fulfils: false,
};
