import { initial, status, update, view } from '../src/app.js';
import { equal, includes, test } from './tap.js';

const after = (...actions) => actions.reduce(update, initial);

test('it shows five minutes and can be started', () => {
  includes(`${view(initial)}`, '05:00');
  includes(`${view(initial)}`, 'data-action="start"');
});

test('while it runs it can be paused, and says that it runs', () => {
  const running = after({ action: 'start', now: 0 }, { action: 'tick', now: 1_000 });
  includes(`${view(running)}`, '04:59');
  includes(`${view(running)}`, 'data-action="pause"');
  equal(status(running), 'The timer is running.');
});

test('at its end it says so', () => {
  equal(status(after({ action: 'start', now: 0 }, { action: 'tick', now: 300_000 })), 'The time is up.');
});

test('other minutes are taken while it stands', () => {
  includes(`${view(after({ action: 'minutes', value: '25' }))}`, '25:00');
});
