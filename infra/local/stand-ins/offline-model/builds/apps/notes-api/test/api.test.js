import { api } from '../src/api.js';
import { noteStore } from '../src/notes.js';
import { equal, test } from './tap.js';

const fresh = () => api(noteStore(() => new Date('2030-01-02T03:04:05Z')));
const tea = { title: 'Tea', text: 'green' };

test('a note is made, read, changed and removed', () => {
  const answer = fresh();
  equal(answer({ method: 'POST', path: '/notes', body: tea }).status, 201);
  equal(answer({ method: 'GET', path: '/notes/1' }).body.title, 'Tea');
  equal(answer({ method: 'PUT', path: '/notes/1', body: { title: 'Tea', text: 'black' } }).body.text, 'black');
  equal(answer({ method: 'DELETE', path: '/notes/1' }), { status: 204 });
  equal(answer({ method: 'GET', path: '/notes/1' }).status, 404);
});

test('notes are searched', () => {
  const answer = fresh();
  for (const title of ['Tea', 'Milk']) answer({ method: 'POST', path: '/notes', body: { title } });
  equal(answer({ method: 'GET', path: '/notes', query: { q: 'tea' } }).body.notes.length, 1);
  equal(answer({ method: 'GET', path: '/notes' }).body.notes.length, 2);
});

test('a note with a fault is refused by the name of the field', () => {
  const { status, body } = fresh()({ method: 'POST', path: '/notes', body: { text: 'no title' } });
  equal([status, body.error.field], [422, 'title']);
});

test('a path that is not there answers 404, and another method 405', () => {
  equal(fresh()({ method: 'GET', path: '/items' }).status, 404);
  equal(fresh()({ method: 'PATCH', path: '/notes' }).status, 405);
});
