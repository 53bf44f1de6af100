import { app, code, type Kind, NOT_SHARED, titled } from './kind.ts';

export const todoList: Kind = {
  id: 'todo-list',
  name: 'a to-do list',
  words: /\bto-?\s?dos?\b|\b(?:task|check|shopping)[\s-]?lists?\b|список (?:дел|задач|покупок)/i,
  template: 'front-end',
  title: 'To-do list',
  summary: 'A page with a list of things to do, which the browser remembers.',
  features: [
    {
      name: 'The list',
      behaviour: 'A person adds tasks, ticks what is done, removes a task, and clears all that are done.',
      acceptance: [
        'A task without a text is not added.',
        'A task that is ticked can be unticked.',
        'Clearing removes what is done and nothing else.',
      ],
    },
    {
      name: 'How many are left',
      behaviour: 'The page says how many tasks are left, to those who do not see it too.',
      acceptance: ['With nothing left it says “All done.”'],
    },
  ],
  outOfScope: NOT_SHARED,
  parts: [
    {
      id: 'list',
      title: 'The list and what can be done with it',
      files: code('src/list.js', 'Tasks, added, ticked, removed, cleared, counted', 'test/list.test.js'),
    },
    {
      id: 'document',
      title: 'The document and the style of the list',
      files: [...titled.files, { path: 'public/list.css', purpose: 'How the list looks' }],
    },
    {
      id: 'page',
      title: 'The page that shows the list',
      after: ['list'],
      files: app('The page: what changes the list, and what is shown'),
    },
  ],
  fulfils: true,
};
