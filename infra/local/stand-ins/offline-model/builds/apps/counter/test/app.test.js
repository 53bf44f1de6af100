import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

const after = (...actions) => actions.reduce(update, initial);

test('it begins with 0', () => {
  equal(status(initial), 'The count is 0.');
});

test('its buttons count', () => {
  equal(status(after({ action: 'up' }, { action: 'up' }, { action: 'down' })), 'The count is 1.');
  equal(status(after({ action: 'up' }, { action: 'reset' })), 'The count is 0.');
});

test('a step that is chosen stands on the buttons', () => {
  const state = after({ action: 'step', value: '5' });
  includes(`${view(state)}`, 'aria-label="Up by 5"');
  equal(status(update(state, { action: 'up' })), 'The count is 5.');
});
