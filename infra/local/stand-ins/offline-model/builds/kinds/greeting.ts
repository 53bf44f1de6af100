import { app, code, type Kind, NOT_SHARED, titled } from './kind.ts';

export const greeting: Kind = {
  id: 'greeting',
  name: 'a greeting',
  words: /\b(?:greet\w*|hello|welcome)\b|приветств|здравств/i,
  template: 'front-end',
  title: 'Greeting',
  summary: 'A page that greets people by their name and the hour of the day.',
  features: [
    {
      name: 'Greeting',
      behaviour: 'The page greets by the hour; who gives a name is greeted by it, and remembered by the browser.',
      acceptance: ['In the morning it says “Good morning”.', 'A name is shown as it was written.'],
    },
  ],
  outOfScope: NOT_SHARED,
  parts: [
    {
      id: 'greeting',
      title: 'How people are greeted',
      files: code('src/greeting.js', 'The greeting of an hour', 'test/greeting.test.js'),
    },
    titled,
    {
      id: 'page',
      title: 'The page',
      after: ['greeting'],
      files: app('The page: the greeting, and the form for the name'),
    },
  ],
  fulfils: true,
};
