import { api } from '../src/api.js';
import { itemStore } from '../src/items.js';
import { wish } from '../src/wish.js';
import { equal, test } from './tap.js';

test('GET / answers with what was wished for', () => {
  equal(api(itemStore())({ method: 'GET', path: '/' }), { status: 200, body: { wish } });
});
