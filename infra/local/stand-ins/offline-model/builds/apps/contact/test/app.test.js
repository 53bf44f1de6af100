import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

const good = { action: 'send', name: 'Ada', email: 'ada@example.com', text: 'Hello' };

test('a whole message becomes a mail', () => {
  const state = update(initial, good);
  includes(`${view(state)}`, 'href="mailto:');
  equal(status(state), 'Your message is ready to be sent.');
});

test('a fault is said beside its field, and what was written stays', () => {
  const state = update(initial, { ...good, email: 'ada' });
  includes(`${view(state)}`, 'aria-describedby="email-fault"');
  includes(`${view(state)}`, 'value="Ada"');
  equal(status(state), 'This is no e-mail address.');
});

test('another message begins empty', () => {
  equal(update(update(initial, good), { action: 'again' }), initial);
});
