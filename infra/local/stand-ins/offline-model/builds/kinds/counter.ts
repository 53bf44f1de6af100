import { app, code, type Kind, NOT_SHARED, titled } from './kind.ts';

export const counter: Kind = {
  id: 'counter',
  name: 'a counter',
  words: /\b(?:counters?|tally|click counter)\b|счётчик|счетчик/i,
  template: 'front-end',
  title: 'Counter',
  summary: 'A page with a number that goes up and down.',
  features: [
    {
      name: 'Counting',
      behaviour:
        'Buttons count up, down and back to 0, by a step that the person chooses. The browser remembers the number.',
      acceptance: ['It begins with 0.', 'A step is a whole number from 1 to 1,000.'],
    },
  ],
  outOfScope: NOT_SHARED,
  parts: [
    {
      id: 'counter',
      title: 'The number and its step',
      files: code('src/counter.js', 'A number that goes up and down by a step', 'test/counter.test.js'),
    },
    titled,
    {
      id: 'page',
      title: 'The page that shows the number',
      after: ['counter'],
      files: app('The page: its buttons, and the number'),
    },
  ],
  fulfils: true,
};
