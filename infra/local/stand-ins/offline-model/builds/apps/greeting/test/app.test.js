import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

test('it greets by the hour', () => {
  includes(`${view(initial, 9)}`, '<h1>Good morning!</h1>');
  includes(`${view(initial, 20)}`, '<h1>Good evening!</h1>');
});

test('who gives a name is greeted by it', () => {
  const state = update(initial, { action: 'greet', name: ' Ada ' });
  includes(`${view(state, 9)}`, '<h1>Good morning, Ada!</h1>');
  equal(status(state, 9), 'Good morning, Ada!');
});
