import { expect, test } from 'vitest';
import { subjectKey } from '../../../../shared/memory/facts/facts.ts';
import { statementsOf } from '../../../../shared/memory/facts/statements.ts';

/* Requirements: MEM7. */

test.each([
  ['I live in Lisbon.', 'home', 'lisbon'],
  ['By the way, I have moved to Porto', 'home', 'porto'],
  ["I'm 35 years old.", 'age', '35'],
  ['The deadline of Orion has moved to 7 May.', 'orion deadline', '7 may'],
  ['The Orion deadline is 5 May', 'orion deadline', '5 may'],
  ['Orion is due on 9 May', 'orion deadline', '9 may'],
  ['My favorite color is now red.', 'favourite colour', 'red'],
  ['Bob’s manager is Carol.', 'bob manager', 'carol'],
  ['Bob reports to Dan', 'bob manager', 'dan'],
  ['The price of the basic plan is 12 euros', 'basic plan price', '12 euros'],
  ['The basic plan costs 15 euros', 'basic plan price', '15 euros'],
  ['My cat is called Tom', 'cat name', 'tom'],
  ['My birthday is in May', 'birthday', 'in may'],
  ['The deadline of Orion is on the 5th of May', 'orion deadline', 'on 5th of may'],
  ['The version of the app is v2.1', 'app version', 'v2 1'],
  ['The budget is about €900', 'budget', 'about 900'],
  ['My favourite number is seven', 'favourite number', 'seven'],
  ['The status of Orion is on hold', 'orion status', 'on hold'],
  ['Note that the user works for Globex!', 'employer', 'globex'],
])('"%s" states one fact', (text, key, value) => {
  expect(statementsOf(text)).toEqual([{ key, value }]);
});

test.each([
  'I like tea',
  'The soup is hot',
  'My cat is black',
  'What is my favourite colour?',
  'I used to live in Rome',
  'I do not live in Rome',
  'If I live in Rome, I need a scooter',
  'I may live in Rome',
  'He lives in Rome',
  'I live in Porto and work at Globex',
  'I live in Porto. It rains.',
  'I live in a small flat',
  'I work at night',
  'My boss is on holiday',
  'My boss is in Berlin',
  'My boss is angry at Bob',
  'My company is growing',
  'My phone is broken',
  'My phone is an iPhone',
  'The budget of Orion is too small',
  'The Orion deadline is tight',
  'My birthday is soon',
  `I live in ${'very '.repeat(20)}Rome`,
  `I live in Rome. ${'x'.repeat(3_000)}`,
  '',
])('"%s" states no fact that another could contradict', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test('subjects are the same whatever their spelling, and signs alone are compared as they are', () => {
  expect(subjectKey('Favourite  colour!')).toBe(subjectKey('the user’s favorite color'));
  expect(subjectKey('🙂')).not.toBe(subjectKey('🙁'));
});
