import { RUNNER } from './runner.ts';

/** Notes that are kept in a store which takes its time. */
export const notebook: Readonly<Record<string, string>> = {
  'src/store.js': `
const turns = async (count) => {
  for (let turn = 0; turn < count; turn += 1) await undefined;
};

export const openStore = () => {
  const notes = new Map();
  return {
    put: async (id, text) => {
      await turns(text.length);
      if (text === '') throw new Error('an empty note');
      notes.set(id, text);
    },
    get: async (id) => {
      await turns((notes.get(id) ?? '').length);
      return notes.get(id);
    },
  };
};
`,
  'src/notes.js': `
export const saveAndShow = async (store, id, text) => {
  await store.put(id, text);
  return store.get(id);
};

export const loadAll = async (store, ids) => {
  const texts = await Promise.all(ids.map((id) => store.get(id)));
  return texts;
};

export const saveAll = async (store, notes) => {
  await Promise.all(notes.map((note) => store.put(note.id, note.text)));
};
`,
  'src/dates.js': `
const MINUTE = 60 * 1000;

export const dayAt = (instant, minutesEastOfUtc) =>
  new Date(Date.parse(instant) + minutesEastOfUtc * MINUTE).toISOString().slice(0, 10);
`,
  'test/runner.js': RUNNER,
  'test/run.js': `
import { dayAt } from '../src/dates.js';
import { loadAll, saveAll, saveAndShow } from '../src/notes.js';
import { openStore } from '../src/store.js';
import { end, same, test } from './runner.js';

await test('shows what it saved', async () => same(await saveAndShow(openStore(), 'a', 'milk'), 'milk'));
await test('loads notes in the order asked for', async () => {
  const store = openStore();
  await store.put('long', 'a long note');
  await store.put('short', 'x');
  same(await loadAll(store, ['long', 'short']), ['a long note', 'x']);
});
await test('saves several notes', async () => {
  const store = openStore();
  await saveAll(store, [{ id: 'a', text: 'one' }, { id: 'b', text: 'two' }]);
  same(await store.get('b'), 'two');
});
await test('says that a note was not saved', async () => {
  const result = await saveAll(openStore(), [{ id: 'a', text: '' }]).then(() => 'saved', (error) => error.message);
  same(result, 'an empty note');
});
await test('tells the day in the east', () => same(dayAt('2026-03-01T23:30:00Z', 60), '2026-03-02'));
await test('tells the day in the west', () => same(dayAt('2026-03-02T00:30:00Z', -300), '2026-03-01'));
end();
`,
};
