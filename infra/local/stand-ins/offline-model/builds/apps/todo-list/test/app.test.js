import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

const after = (...actions) => actions.reduce(update, initial);
const milk = { action: 'add', text: ' milk ' };
const milkDone = { action: 'done', id: '1', checked: true };

test('an empty list says so', () => {
  includes(`${view(initial)}`, 'Nothing yet.');
  equal(status(initial), '');
});

test('a task that is added is shown, and counted', () => {
  includes(`${view(after(milk))}`, '<span>milk</span>');
  equal(status(after(milk)), '1 task left.');
  equal(status(after(milk, { action: 'add', text: 'bread' })), '2 tasks left.');
});

test('a task without a text is not added', () => {
  equal(after({ action: 'add', text: '   ' }) === initial, true);
});

test('a task that is done is ticked, and can be cleared', () => {
  const done = after(milk, milkDone);
  includes(`${view(done)}`, 'checked');
  includes(`${view(done)}`, 'Clear what is done');
  equal(status(done), 'All done.');
  equal(after(milk, milkDone, { action: 'clear' }).tasks, []);
});

test('a task that is removed is gone', () => {
  equal(after(milk, { action: 'remove', id: '1' }).tasks, []);
});

test('a task is shown as it was written, whatever it is', () => {
  includes(`${view(after({ action: 'add', text: '<b>"milk"</b>' }))}`, '&lt;b&gt;&quot;milk&quot;&lt;/b&gt;');
});

test('everything that can be pressed or filled in has a name', () => {
  const shown = `${view(after(milk))}`;
  includes(shown, 'aria-label="Remove milk"');
  includes(shown, '<label>What is to be done');
});
