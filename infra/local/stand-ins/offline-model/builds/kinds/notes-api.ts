import { code, type Kind } from './kind.ts';

export const notesApi: Kind = {
  id: 'notes-api',
  name: 'an API of notes',
  words:
    /\b(?:api|rest|endpoints?|backend|server)\b[\s\S]*\bnotes?\b|\bnotes?\b[\s\S]*\b(?:api|rest|endpoints?|backend|server)\b/i,
  template: 'api',
  title: 'Notes API',
  summary: 'A REST API that keeps notes with a title and a text.',
  features: [
    {
      name: 'Notes',
      behaviour: 'Notes are made, read, changed, removed, listed, and searched by words of their title or text.',
      acceptance: [
        'A note that was made is read by its id.',
        'A note without a title is refused, and the field is named.',
        'A search finds words in any case.',
      ],
    },
  ],
  outOfScope: ['Users and permissions.', 'A database: notes are in memory, and gone when the server ends.'],
  parts: [
    {
      id: 'notes',
      title: 'What a note is, and where notes are kept',
      files: code('src/notes.js', 'What a note is; the notes, in memory', 'test/notes.test.js'),
    },
    {
      id: 'routes',
      title: 'The routes',
      after: ['notes'],
      removes: ['src/items.js'],
      files: [
        ...code('src/api.js', 'Request in, answer out', 'test/api.test.js'),
        { path: 'src/server.js', purpose: 'The same behind HTTP' },
      ],
    },
  ],
  fulfils: true,
};
