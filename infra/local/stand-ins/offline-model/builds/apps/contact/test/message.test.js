import { faultsIn, mailLink } from '../src/message.js';
import { equal, includes, test } from './tap.js';

const good = { name: 'Ada', email: 'ada@example.com', text: 'Hello & good-bye' };

test('a whole message has no faults', () => {
  equal(faultsIn(good), {});
});

test('each field that is missing or wrong is named', () => {
  equal(Object.keys(faultsIn({ name: ' ', email: 'ada', text: '' })), ['name', 'email', 'text']);
});

test('the link carries the message, encoded', () => {
  includes(mailLink(good), 'subject=A%20message%20from%20Ada');
  includes(mailLink(good), 'body=Hello%20%26%20good-bye');
});
