import { api } from '../src/api.js';
import { itemStore } from '../src/items.js';
import { equal, test } from './tap.js';

const fresh = () => api(itemStore());

test('it says that it is well', () => {
  equal(fresh()({ method: 'GET', path: '/health' }), { status: 200, body: { ok: true } });
});

test('an item that was made is listed, found and removed', () => {
  const answer = fresh();
  const item = { id: '1', text: 'milk' };
  equal(answer({ method: 'POST', path: '/items', body: { text: ' milk ' } }), { status: 201, body: item });
  equal(answer({ method: 'GET', path: '/items' }), { status: 200, body: { items: [item] } });
  equal(answer({ method: 'GET', path: '/items/1' }), { status: 200, body: item });
  equal(answer({ method: 'DELETE', path: '/items/1' }), { status: 204 });
  equal(answer({ method: 'GET', path: '/items/1' }).status, 404);
});

test('an item without a text is refused by the name of the field', () => {
  for (const body of [undefined, null, {}, { text: '  ' }, { text: 7 }, { text: 'x'.repeat(1_001) }]) {
    const { status, body: said } = fresh()({ method: 'POST', path: '/items', body });
    equal([status, said.error.field], [422, 'text']);
  }
});

test('a path that is not there answers 404, and another method 405', () => {
  equal(fresh()({ method: 'GET', path: '/nothing' }).status, 404);
  equal(fresh()({ method: 'PUT', path: '/items' }).status, 405);
  equal(fresh()({ method: 'DELETE', path: '/items/9' }).status, 404);
});
