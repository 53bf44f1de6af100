import { app, code, type Kind, titled } from './kind.ts';

export const timer: Kind = {
  id: 'timer',
  name: 'a timer',
  words: /\b(?:timers?|countdowns?|stop-?watch(?:es)?|pomodoros?|clocks?)\b|таймер|секундомер|часы/i,
  template: 'front-end',
  title: 'Timer',
  summary: 'A page that counts down from a number of minutes.',
  features: [
    {
      name: 'Counting down',
      behaviour:
        'A person sets the minutes, starts, pauses, goes on and resets; at the end the page says that the time is up.',
      acceptance: [
        'It counts by the clock, so that a slow browser loses no time.',
        'After a pause it goes on where it was.',
        'Minutes are whole, from 1 to 180.',
      ],
    },
  ],
  outOfScope: ['A sound at the end.', 'A clock that shows the time of day.'],
  parts: [
    {
      id: 'timer',
      title: 'The countdown',
      files: code('src/timer.js', 'A countdown that is told what time it is', 'test/timer.test.js'),
    },
    titled,
    {
      id: 'page',
      title: 'The page that shows the countdown',
      after: ['timer'],
      files: [
        ...app('The page: its buttons, and the time that is left'),
        { path: 'src/main.js', purpose: 'Puts the page into the browser, and looks at the clock four times a second' },
      ],
    },
  ],
  fulfils: true,
};
