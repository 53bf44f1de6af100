import { addTask, clearDone, emptyList, leftIn, removeTask, setDone } from '../src/list.js';
import { equal, test } from './tap.js';

const two = addTask(addTask(emptyList, 'milk'), 'bread');
const textsOf = ({ tasks }) => tasks.map(({ text }) => text);

test('tasks stand in the order they were added', () => {
  equal(textsOf(two), ['milk', 'bread']);
  equal(leftIn(two), 2);
});

test('a task that is done is left no more, and can be undone', () => {
  const done = setDone(two, 1, true);
  equal(leftIn(done), 1);
  equal(leftIn(setDone(done, 1, false)), 2);
});

test('a task that is removed is gone, and its number is not given again', () => {
  const one = removeTask(two, 2);
  equal(textsOf(one), ['milk']);
  equal(addTask(one, 'tea').tasks.at(-1).id, 3);
});

test('clearing removes those that are done, and only those', () => {
  equal(textsOf(clearDone(setDone(two, 1, true))), ['bread']);
});

test('a list is never changed', () => {
  setDone(two, 1, true);
  equal(leftIn(two), 2);
});
