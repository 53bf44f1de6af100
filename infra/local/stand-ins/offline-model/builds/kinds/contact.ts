import { app, code, type Kind, titled } from './kind.ts';

export const contact: Kind = {
  id: 'contact',
  name: 'a contact page',
  words: /\bcontact\b|\bcontact us\b|\bfeedback form\b|обратн(?:ая|ой) связ|контакт/i,
  template: 'front-end',
  title: 'Contact',
  summary: 'A page on which somebody writes a message, which their mail program then sends.',
  features: [
    {
      name: 'The message',
      behaviour:
        'A form asks for name, e-mail address and text; what is missing or wrong is said beside its field. A whole message becomes a link that opens the mail program with it.',
      acceptance: ['Each faulty field is named.', 'What was written stays when something is wrong.'],
    },
  ],
  outOfScope: ['Sending: the page has no server.', 'The address: change it in src/message.js.'],
  parts: [
    {
      id: 'message',
      title: 'What a message has to be',
      files: code('src/message.js', 'What is wrong with a message; the message as a mail', 'test/message.test.js'),
    },
    titled,
    { id: 'page', title: 'The form', after: ['message'], files: app('The page: the form, and what follows it') },
  ],
  fulfils: true,
};
