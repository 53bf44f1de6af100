import { faultIn, noteStore } from '../src/notes.js';
import { equal, test } from './tap.js';

const store = () => noteStore(() => new Date('2030-01-02T03:04:05Z'));

test('a note that was added is found, changed and removed', () => {
  const notes = store();
  const note = notes.add({ title: ' Tea ', text: 'green' });
  equal(note, { id: '1', title: 'Tea', text: 'green', updated_at: '2030-01-02T03:04:05.000Z' });
  equal(notes.change('1', { title: 'Tea', text: 'black' }).text, 'black');
  equal(notes.find('1').text, 'black');
  equal([notes.remove('1'), notes.remove('1'), notes.change('1', note)], [true, false, undefined]);
});

test('notes are found by words of their title or text', () => {
  const notes = store();
  notes.add({ title: 'Tea' });
  notes.add({ title: 'Coffee', text: 'no TEA' });
  notes.add({ title: 'Milk' });
  equal(
    notes.list('tea').map(({ title }) => title),
    ['Tea', 'Coffee'],
  );
  equal(notes.list().length, 3);
});

test('what is wrong with a note is named by its field', () => {
  equal(faultIn({ title: 'Tea' }), undefined);
  equal(
    [undefined, {}, { title: ' ' }, { title: 'x'.repeat(201) }].map((note) => faultIn(note).field),
    ['title', 'title', 'title', 'title'],
  );
  equal(faultIn({ title: 'Tea', text: 7 }).field, 'text');
});
