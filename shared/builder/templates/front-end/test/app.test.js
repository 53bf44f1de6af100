import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

test('at first nobody is named', () => {
  includes(`${view(initial)}`, '<h1>Hello!</h1>');
  equal(status(initial), '');
});

test('who gives a name is greeted by it', () => {
  const state = update(initial, { action: 'greet', name: '  Ada ' });
  includes(`${view(state)}`, '<h1>Hello, Ada!</h1>');
  equal(status(state), 'Hello, Ada!');
});

test('an action nobody knows changes nothing', () => {
  equal(update(initial, { action: 'dance' }) === initial, true);
});

test('the field of the form has a label', () => {
  includes(`${view(initial)}`, '<label>Your name <input');
});
