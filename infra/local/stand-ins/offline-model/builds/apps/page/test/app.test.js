import { initial, status, update, view } from '../src/app.js';
import { wish } from '../src/wish.js';
import { equal, includes, test } from './tap.js';

test('the page says what was wished for, and that it does not do it yet', () => {
  equal(wish.length > 0, true);
  includes(`${view(initial)}`, '<blockquote>');
  includes(`${view(initial)}`, 'does not do it yet');
});

test('ideas are noted in their order', () => {
  const state = ['first', ' second ', ' '].reduce((before, idea) => update(before, { action: 'add', idea }), initial);
  equal(state.ideas, ['first', 'second']);
  includes(`${view(state)}`, '<li>first</li><li>second</li>');
  equal(status(state), '2 noted.');
});
