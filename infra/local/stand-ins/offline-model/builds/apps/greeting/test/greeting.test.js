import { greetingAt } from '../src/greeting.js';
import { equal, test } from './tap.js';

test('each part of the day has its greeting', () => {
  equal([0, 4, 5, 11, 12, 17, 18, 23].map(greetingAt), [
    'Good night',
    'Good night',
    'Good morning',
    'Good morning',
    'Good afternoon',
    'Good afternoon',
    'Good evening',
    'Good evening',
  ]);
});
