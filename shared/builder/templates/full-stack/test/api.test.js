import { api } from '../server/api.js';
import { entryStore } from '../server/entries.js';
import { equal, test } from './tap.js';

const fresh = () => api(entryStore(() => new Date('2030-01-02T03:04:05Z')));
const path = '/api/entries';

test('what is written is read, the newest first', () => {
  const answer = fresh();
  const written = { name: 'Ada', text: 'Hello', written_at: '2030-01-02T03:04:05.000Z' };
  equal(answer({ method: 'POST', path, body: { name: ' Ada ', text: 'Hello' } }), { status: 201, body: written });
  answer({ method: 'POST', path, body: { name: 'Bob', text: 'Hi' } });
  equal(
    answer({ method: 'GET', path }).body.entries.map(({ name }) => name),
    ['Bob', 'Ada'],
  );
});

test('an entry with a fault is refused by its field', () => {
  const refused = (body) => fresh()({ method: 'POST', path, body });
  equal(refused({ text: 'Hi' }), { status: 422, body: { error: { field: 'name', message: 'The name is missing.' } } });
  equal(refused({ name: 'Ada', text: 'x'.repeat(501) }).body.error.field, 'text');
  equal(refused(null).status, 422);
});

test('other paths answer 404, other methods 405', () => {
  equal(fresh()({ method: 'GET', path: '/api/other' }).status, 404);
  equal(fresh()({ method: 'DELETE', path }).status, 405);
});
